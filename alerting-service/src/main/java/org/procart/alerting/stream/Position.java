package org.procart.alerting.stream;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far somebody has read: the last offset of each partition. Its text is the id of an event, so
 * that any instance can go on where another stopped.
 */
record Position(Map<Integer, Long> offsets) {

  private static final Pattern FORM =
      Pattern.compile("\\d{1,6}:-?\\d{1,18}(,\\d{1,6}:-?\\d{1,18})*");

  Position {
    offsets = Map.copyOf(offsets);
  }

  /** Empty when the text is no position. */
  static Optional<Position> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    Map<Integer, Long> offsets = new TreeMap<>();
    for (String part : text.split(",")) {
      int colon = part.indexOf(':');
      offsets.put(
          Integer.valueOf(part.substring(0, colon)), Long.valueOf(part.substring(colon + 1)));
    }
    return Optional.of(new Position(offsets));
  }

  /** The last offset that was read of the partition; -1: none. */
  long of(int partition) {
    return offsets.getOrDefault(partition, -1L);
  }

  Position after(int partition, long offset) {
    Map<Integer, Long> next = new TreeMap<>(offsets);
    next.put(partition, offset);
    return new Position(next);
  }

  String text() {
    return new TreeMap<>(offsets)
        .entrySet().stream()
            .map(entry -> entry.getKey() + ":" + entry.getValue())
            .collect(Collectors.joining(","));
  }
}
