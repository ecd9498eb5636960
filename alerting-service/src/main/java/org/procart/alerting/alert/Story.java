package org.procart.alerting.alert;

import java.util.List;
import java.util.stream.Stream;

/**
 * What happened, and because of which events.
 *
 * @param timeline oldest first
 * @param causes ids of the events that changed the alert; each does so once
 */
public record Story(List<TimelineEntry> timeline, List<String> causes) {

  static final Story UNTOLD = new Story(List.of(), List.of());

  boolean knows(String causeId) {
    return causes.contains(causeId);
  }

  Story with(TimelineEntry entry, String causeId) {
    return new Story(
        Stream.concat(timeline.stream(), Stream.of(entry)).toList(),
        Stream.concat(causes.stream(), Stream.of(causeId)).toList());
  }
}
