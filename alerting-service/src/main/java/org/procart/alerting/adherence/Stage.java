package org.procart.alerting.adherence;

import java.time.Duration;
import org.procart.alerting.rule.Patience;

/** Who hears of a report that did not come, in this order. */
enum Stage {
  PATIENT,
  CARER,
  NURSE,
  /** The report came after the nurse had heard. */
  CAME;

  /** How long after the report was expected. */
  Duration after(Patience patience) {
    return switch (this) {
      case PATIENT -> patience.patient();
      case CARER -> patience.carer();
      case NURSE, CAME -> patience.nurse();
    };
  }
}
