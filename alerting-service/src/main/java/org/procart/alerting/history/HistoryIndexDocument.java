package org.procart.alerting.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which history documents a patient has, and which reports were replaced.
 *
 * @param keys names of the documents
 * @param superseded submissionIds
 */
public record HistoryIndexDocument(@Nullable List<String> keys, @Nullable List<String> superseded) {

  static final HistoryIndexDocument EMPTY = new HistoryIndexDocument(List.of(), List.of());

  List<HistoryKey> sortedKeys() {
    return keys == null
        ? List.of()
        : keys.stream().map(HistoryKey::parse).sorted(HistoryKey.BY_TIME).toList();
  }

  List<String> replaced() {
    return superseded == null ? List.of() : superseded;
  }
}
