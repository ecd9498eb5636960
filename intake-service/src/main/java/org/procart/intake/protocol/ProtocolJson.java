package org.procart.intake.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.procart.chassis.problem.Violation;
import org.procart.intake.request.JsonFields;
import tools.jackson.databind.JsonNode;

/** The JSON of a protocol, as it is built in, sent, stored and shown. */
final class ProtocolJson {

  private static final int LONGEST_DAYS = 366 * 20;
  private static final int MOST_ENTRIES = 100;

  private final Function<String, Optional<String>> titles;

  /**
   * @param titles title of the questionnaire of a url; empty: there is no such questionnaire
   */
  ProtocolJson(Function<String, Optional<String>> titles) {
    this.titles = titles;
  }

  Optional<Protocol> read(String name, JsonNode body, List<Violation> violations) {
    JsonFields fields = JsonFields.of(body, violations);
    fields.optional("name", "Send the name of the address, or none.", sent -> same(name, sent));
    fields.ignore("siteId", "builtIn");
    Protocol protocol =
        new Protocol(
            name,
            fields.text("version"),
            fields.text("title"),
            fields.optionalText("source").orElse(null),
            fields.objects("entries", this::entry));
    boolean empty = !name.equals(Protocol.NONE) && body.path("entries").isEmpty();
    if (empty || body.path("entries").size() > MOST_ENTRIES) {
      fields.fault("entries", "required", "Send at least one entry, at most 100.");
    }
    fields.refuseUnread();
    return violations.isEmpty() ? Optional.of(protocol) : Optional.empty();
  }

  private Optional<Entry> entry(JsonFields fields) {
    String questionnaire = fields.text("questionnaire");
    Optional<String> title = titles.apply(questionnaire);
    if (title.isEmpty() && !questionnaire.isEmpty()) {
      fields.fault(
          "questionnaire",
          "unknown-questionnaire",
          "Send the url, without version, of a released questionnaire.");
    }
    fields.optional("anchor", "Send infusion, or none.", sent -> same("infusion", sent));
    Optional<Timing> timing = when(fields);
    Window window = window(fields);
    if (!window.possible()) {
      fields.fault("closes", "impossible-window", "Open before it is due, and close after.");
    }
    Entry entry =
        new Entry(
            questionnaire,
            fields.optionalText("title").or(() -> title).orElse(questionnaire),
            timing.orElse(new Timing.OnDays(List.of())),
            window,
            reporters(fields));
    return Optional.of(entry);
  }

  private static Optional<Timing> when(JsonFields fields) {
    List<Timing> found = new ArrayList<>();
    Optional<JsonFields> when = fields.object("when");
    when.ifPresent(
        timing -> {
          timing.object("days").flatMap(ProtocolJson::days).ifPresent(found::add);
          List<Integer> onDays = timing.wholeNumbers("onDays", -366, LONGEST_DAYS);
          if (!onDays.isEmpty()) {
            found.add(new Timing.OnDays(onDays.stream().sorted().distinct().toList()));
          }
          List<Integer> months = timing.wholeNumbers("afterMonths", 1, 240);
          if (!months.isEmpty()) {
            found.add(new Timing.AfterMonths(months.stream().sorted().distinct().toList()));
          }
          timing.object("afterYears").flatMap(ProtocolJson::years).ifPresent(found::add);
          timing.refuseUnread();
        });
    if (found.size() != 1) {
      fields.fault(
          "when", "required", "Send one of days, onDays, afterMonths and afterYears, not empty.");
    }
    return found.stream().findFirst();
  }

  private static Optional<Timing> days(JsonFields fields) {
    int from = needed(fields, "from", -366, LONGEST_DAYS);
    int to = needed(fields, "to", -366, LONGEST_DAYS);
    int every = fields.wholeNumber("every", 1, LONGEST_DAYS).orElse(1);
    ordered(fields, from, to);
    fields.refuseUnread();
    return Optional.of(new Timing.Days(from, to, every));
  }

  private static Optional<Timing> years(JsonFields fields) {
    int from = needed(fields, "from", 1, 20);
    int to = needed(fields, "to", 1, 20);
    ordered(fields, from, to);
    fields.refuseUnread();
    return Optional.of(new Timing.AfterYears(from, to));
  }

  private static void ordered(JsonFields fields, int from, int to) {
    if (from > to) {
      fields.fault("to", "before-from", "End on or after from.");
    }
  }

  private static int needed(JsonFields fields, String name, int least, int most) {
    if (!fields.has(name)) {
      fields.fault(name, "required", "Send a whole number.");
    }
    return fields.wholeNumber(name, least, most).orElse(0);
  }

  private static Window window(JsonFields fields) {
    Optional<JsonFields> opens = fields.object("opens");
    Optional<JsonFields> closes = fields.object("closes");
    Window window =
        new Window(
            opens.flatMap(open -> open.wholeNumber("daysBefore", 0, 366)).orElse(0),
            opens.flatMap(open -> time(open, "at")).orElse(WallClock.START),
            time(fields, "due").orElse(WallClock.END),
            closes.flatMap(close -> close.wholeNumber("daysAfter", 0, 366)).orElse(0),
            closes.flatMap(close -> time(close, "at")).orElse(WallClock.END));
    opens.ifPresent(JsonFields::refuseUnread);
    closes.ifPresent(JsonFields::refuseUnread);
    return window;
  }

  private static Optional<WallClock> time(JsonFields fields, String name) {
    return fields.optional(name, "Send a local time HH:mm, or 24:00.", WallClock::parse);
  }

  private static List<Reporter> reporters(JsonFields fields) {
    List<Reporter> reporters = new ArrayList<>();
    List<String> names = fields.texts("reporters");
    for (int i = 0; i < names.size(); i++) {
      try {
        reporters.add(Reporter.valueOf(names.get(i)));
      } catch (IllegalArgumentException e) {
        fields.fault("reporters/" + i, "not-understood", "Send PATIENT or CARER.");
      }
    }
    return reporters;
  }

  private static String same(String wanted, String sent) {
    if (!sent.equals(wanted)) {
      throw new IllegalArgumentException("not understood");
    }
    return sent;
  }
}
