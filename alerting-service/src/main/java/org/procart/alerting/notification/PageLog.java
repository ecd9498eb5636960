package org.procart.alerting.notification;

import java.util.List;
import java.util.Optional;

/** Keeps what became of the pages of each alert. */
public interface PageLog {

  /**
   * @return false when the step is known
   */
  boolean add(String alertId, PageStep step);

  /** Keeps the newest word on the timer; an older one changes nothing. */
  void armed(String alertId, Armed armed);

  List<PageStep> steps(String alertId);

  Optional<Armed> armed(String alertId);
}
