package org.procart.intake.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes protocols as {@link ProtocolJson} reads them. */
final class ProtocolText {

  private ProtocolText() {}

  static Map<String, Object> write(Protocol protocol) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", protocol.name());
    json.put("version", protocol.version());
    json.put("title", protocol.title());
    if (protocol.source() != null) {
      json.put("source", protocol.source());
    }
    json.put("entries", protocol.entries().stream().map(ProtocolText::write).toList());
    return json;
  }

  private static Map<String, Object> write(Entry entry) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("questionnaire", entry.questionnaire());
    json.put("title", entry.title());
    json.put("anchor", "infusion");
    json.put("when", write(entry.when()));
    Window window = entry.window();
    json.put("opens", at("daysBefore", window.daysBefore(), window.opens()));
    json.put("due", window.due().toString());
    json.put("closes", at("daysAfter", window.closesDaysAfter(), window.closes()));
    json.put("reporters", entry.reporters());
    return json;
  }

  private static Map<String, Object> write(Timing when) {
    return switch (when) {
      case Timing.Days(int from, int to, int every) ->
          Map.of("days", fields("from", from, "to", to, "every", every));
      case Timing.OnDays onDays -> Map.of("onDays", onDays.days());
      case Timing.AfterMonths months -> Map.of("afterMonths", months.months());
      case Timing.AfterYears(int from, int to) ->
          Map.of("afterYears", fields("from", from, "to", to));
    };
  }

  private static Map<String, Object> at(String name, int days, WallClock time) {
    return fields(name, days, "at", time.toString());
  }

  private static Map<String, Object> fields(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return fields;
  }
}
