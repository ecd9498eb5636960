package org.procart.scoring.instrument;

import java.util.List;

/** For a form that no definition is for: its answers as they are, and no more. */
public final class ItemsScorer implements Scorer {

  @Override
  public List<ScaleScore> score(Report report) {
    return report.answers().stream()
        .map(GivenAnswer::item)
        .distinct()
        .sorted()
        .map(item -> RawItem.unbounded(item).score(report))
        .toList();
  }
}
