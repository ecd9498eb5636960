package org.procart.alerting.history;

import java.util.Comparator;

/**
 * Names one history document: a patient's ISO week, and a part of it, so that a front end that
 * sends every keystroke cannot fill a document beyond its limit.
 */
record HistoryKey(String week, int part) {

  static final Comparator<HistoryKey> BY_TIME =
      Comparator.comparing(HistoryKey::week).thenComparingInt(HistoryKey::part);

  private static final String SEPARATOR = "/";
  private static final char PLACE = '|';

  static HistoryKey parse(String text) {
    String[] parts = text.split(SEPARATOR, 2);
    return new HistoryKey(parts[0], parts.length == 1 ? 0 : Integer.parseInt(parts[1]));
  }

  HistoryKey next() {
    return new HistoryKey(week, part + 1);
  }

  /** Name of the document that follows one that is full. */
  static String next(String documentId) {
    int place = documentId.lastIndexOf(PLACE);
    return parse(documentId.substring(place + 1)).next().documentId(documentId.substring(0, place));
  }

  String text() {
    return part == 0 ? week : week + SEPARATOR + part;
  }

  String documentId(String patientId) {
    return patientId + PLACE + text();
  }
}
