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
 */
public record HistoryIndexDocument(@Nullable Set<String> keys, @Nullable Set<String> superseded) {

  static final HistoryIndexDocument EMPTY = new HistoryIndexDocument(null, null);

  List<HistoryKey> sortedKeys() {
    return all(keys, null).stream().map(HistoryKey::parse).sorted(HistoryKey.BY_TIME).toList();
  }

  Set<String> replaced() {
    return all(superseded, null);
  }

  HistoryIndexDocument with(HistoryKey key, @Nullable String replaced) {
    return new HistoryIndexDocument(
        all(keys, key.text()), replaced == null ? superseded : all(superseded, replaced));
  }

  private static Set<String> all(@Nullable Set<String> known, @Nullable String added) {
    return Stream.concat(
            known == null ? Stream.of() : known.stream(),
            added == null ? Stream.of() : Stream.of(added))
        .collect(Collectors.toUnmodifiableSet());
  }
}
