package org.procart.intake.advice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.procart.intake.site.AdviceLevel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told where no site is known; names no number, since it cannot know the country. */
final class PlatformTexts {

  private static final String FIRST = "en";

  private final String version;
  private final Map<String, Map<AdviceLevel, String>> texts = new LinkedHashMap<>();

  private PlatformTexts(JsonNode file) {
    version = "platform/" + file.path("version").asString("");
    file.path("texts").propertyStream().forEach(each -> texts.put(each.getKey(), texts(each)));
  }

  static PlatformTexts load() {
    try (InputStream file =
        Objects.requireNonNull(PlatformTexts.class.getResourceAsStream("/advice/platform.json"))) {
      return new PlatformTexts(JsonMapper.shared().readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String version() {
    return version;
  }

  /** The wanted language or its plain form, else English. */
  String language(@Nullable String wanted) {
    return Advisor.wishes(wanted)
        .flatMap(wish -> texts.keySet().stream().filter(wish::equalsIgnoreCase))
        .findFirst()
        .orElse(FIRST);
  }

  String text(String language, AdviceLevel level) {
    return Objects.requireNonNull(texts.getOrDefault(language, Map.of()).get(level));
  }

  Map<AdviceLevel, String> texts(String language) {
    return Map.copyOf(Objects.requireNonNull(texts.get(language)));
  }

  private static Map<AdviceLevel, String> texts(Map.Entry<String, JsonNode> language) {
    Map<AdviceLevel, String> levels = new EnumMap<>(AdviceLevel.class);
    for (AdviceLevel level : AdviceLevel.values()) {
      levels.put(level, language.getValue().path(level.name()).stringValue());
    }
    return levels;
  }
}
