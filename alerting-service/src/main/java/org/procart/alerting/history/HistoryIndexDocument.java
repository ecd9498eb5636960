package org.procart.alerting.history;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which history documents a patient has, and which reports were replaced.
 *
 * @param keys names of the documents
 * @param superseded submissionIds
 * @param beforeInfusion names of the documents that hold something observed before an infusion
 */
public record HistoryIndexDocument(
    @Nullable Set<String> keys,
    @Nullable Set<String> superseded,
    @Nullable Set<String> beforeInfusion) {

  static final HistoryIndexDocument EMPTY = new HistoryIndexDocument(null, null, null);

  List<HistoryKey> sortedKeys() {
    return all(keys, null).stream().map(HistoryKey::parse).sorted(HistoryKey.BY_TIME).toList();
  }

  Set<String> replaced() {
    return all(superseded, null);
  }

  boolean holdsBaseline(HistoryKey key) {
    return all(beforeInfusion, null).contains(key.text());
  }

  HistoryIndexDocument with(HistoryKey key, ScoredReport report) {
    String replaced = report.supersedes();
    return new HistoryIndexDocument(
        all(keys, key.text()),
        replaced == null ? superseded : all(superseded, replaced),
        report.beforeInfusion() ? all(beforeInfusion, key.text()) : beforeInfusion);
  }

  private static Set<String> all(@Nullable Set<String> known, @Nullable String added) {
    return Stream.concat(
            known == null ? Stream.of() : known.stream(),
            added == null ? Stream.of() : Stream.of(added))
        .collect(Collectors.toUnmodifiableSet());
  }
}
