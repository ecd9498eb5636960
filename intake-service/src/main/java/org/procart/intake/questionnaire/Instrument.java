package org.procart.intake.questionnaire;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A questionnaire as the reader needs it: its items by linkId, in its own order. */
public final class Instrument {

  private final String url;
  private final String version;
  private final Map<String, Item> items = new LinkedHashMap<>();

  public Instrument(String url, String version, List<Item> items) {
    this.url = url;
    this.version = version;
    for (Item item : items) {
      if (this.items.put(item.linkId(), item) != null) {
        throw new IllegalArgumentException(
            "%s|%s uses linkId %s twice".formatted(url, version, item.linkId()));
      }
    }
  }

  public String url() {
    return url;
  }

  public String version() {
    return version;
  }

  public Optional<Item> item(String linkId) {
    return Optional.ofNullable(items.get(linkId));
  }

  public Collection<Item> items() {
    return items.values();
  }
}
