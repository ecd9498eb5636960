package org.procart.alerting.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the log of an alert is kept. */
public record PageLogDocument(@Nullable List<PageStep> steps, @Nullable Armed armed) {

  static final PageLogDocument EMPTY = new PageLogDocument(List.of(), null);

  List<PageStep> known() {
    return steps == null ? List.of() : steps;
  }
}
