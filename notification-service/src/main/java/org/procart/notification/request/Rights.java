package org.procart.notification.request;

import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.security.Caller;

/** Who may see and change a site's cover. */
public final class Rights {

  private Rights() {}

  public static void requireAdministers(Caller caller, String siteId) {
    caller.requireAny("site-admin", "operator");
    if (!caller.has("operator")) {
      caller.requireSite(siteId);
    }
  }

  /** What may not be seen looks as if it were not there. */
  public static void requireSees(Caller caller, String siteId) {
    caller.requireAny("clinician", "site-admin", "operator");
    if (!caller.has("operator") && !caller.seesSite(siteId)) {
      throw ProblemException.notFound("site");
    }
  }
}
