package org.procart.notification.oncall;

import java.time.Instant;

/** Who must hear that a phone is not paged any more. */
public interface OptOutListener {

  void optedOut(StaffMember member, Instant at);
}
