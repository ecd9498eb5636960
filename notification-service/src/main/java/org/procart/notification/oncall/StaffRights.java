package org.procart.notification.oncall;

import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.security.Caller;

/** Who may see a person and have codes sent to her. */
final class StaffRights {

  private StaffRights() {}

  /** The person herself, who administers one of her sites, or an operator. */
  static StaffMember find(StaffStore staff, Caller caller, String staffId) {
    boolean herself = caller.subject().equals(staffId);
    if (!herself) {
      caller.requireAny("site-admin", "operator");
    }
    return staff
        .find(staffId)
        .filter(
            known ->
                herself
                    || caller.has("operator")
                    || known.sites().stream().anyMatch(caller::seesSite))
        .orElseThrow(() -> ProblemException.notFound("member of staff"));
  }
}
