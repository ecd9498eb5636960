package org.procart.local.captured;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts the parts of long messages together. */
final class Fragments {

  private record Key(String from, String to, int reference) {}

  private final Map<Key, List<Fragment>> waiting = new HashMap<>();

  /** The whole text, as soon as the last part is there. */
  synchronized Optional<String> add(String from, String to, Fragment fragment) {
    if (fragment.whole()) {
      return Optional.of(fragment.text());
    }
    Key key = new Key(from, to, fragment.reference());
    List<Fragment> parts = waiting.computeIfAbsent(key, _ -> new ArrayList<>());
    parts.removeIf(part -> part.number() == fragment.number());
    parts.add(fragment);
    if (parts.size() < fragment.parts()) {
      return Optional.empty();
    }
    waiting.remove(key);
    return Optional.of(
        parts.stream()
            .sorted(Comparator.comparingInt(Fragment::number))
            .map(Fragment::text)
            .collect(Collectors.joining()));
  }
}
