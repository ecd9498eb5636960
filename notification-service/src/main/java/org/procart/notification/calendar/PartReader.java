package org.procart.notification.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file apart. Only the grammar is left to the library's parser: its model would look zones
 * up by itself, in the network too, and turns times that are skipped or doubled before we see them.
 */
final class PartReader implements ContentHandler {

  private final Deque<Part> open = new ArrayDeque<>();
  private @Nullable Part calendar;
  private final Map<String, String> parameters = new HashMap<>();
  private String value = "";

  private PartReader() {}

  static Part read(String text) throws UnreadableCalendarException {
    String start = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (!start.stripLeading().regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)) {
      throw new UnreadableCalendarException(
          "line 1", "not-a-calendar", "Send the iCalendar file itself; it begins BEGIN:VCALENDAR.");
    }
    PartReader reader = new PartReader();
    try (UnfoldingReader lines =
        new UnfoldingReader(new StringReader(start.stripLeading()), true)) {
      new CalendarParserImpl().parse(lines, reader);
    } catch (ParserException e) {
      throw broken("line " + e.getLineNo());
    } catch (IOException | RuntimeException e) {
      throw broken("file");
    }
    Part read = reader.calendar;
    if (read == null || !reader.open.isEmpty()) {
      throw broken("end of file");
    }
    return read;
  }

  private static UnreadableCalendarException broken(String where) {
    return new UnreadableCalendarException(
        where, "broken", "The file breaks off or is no iCalendar here; export it again.");
  }

  @Override
  public void startCalendar() {
    Part first = calendar == null ? new Part("VCALENDAR") : calendar;
    calendar = first;
    open.push(first);
  }

  @Override
  public void endCalendar() {
    open.pop();
  }

  @Override
  public void startComponent(String name) {
    Part part = new Part(name.toUpperCase(Locale.ROOT));
    open.element().add(part);
    open.push(part);
  }

  @Override
  public void endComponent(String name) {
    open.pop();
  }

  @Override
  public void startProperty(String name) {
    parameters.clear();
    value = "";
  }

  @Override
  public void propertyValue(String given) {
    value = given;
  }

  @Override
  public void parameter(String name, String given) {
    boolean quoted = given.length() > 1 && given.startsWith("\"") && given.endsWith("\"");
    parameters.put(
        name.toUpperCase(Locale.ROOT), quoted ? given.substring(1, given.length() - 1) : given);
  }

  @Override
  public void endProperty(String name) {
    open.element().add(new Line(name.toUpperCase(Locale.ROOT), parameters, value.strip()));
  }
}
