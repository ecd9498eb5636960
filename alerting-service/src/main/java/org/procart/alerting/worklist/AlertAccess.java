package org.procart.alerting.worklist;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.alert.Alert;
import org.procart.alerting.alert.AlertStore;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.security.Caller;
import org.springframework.stereotype.Component;

/**
 * Who may see and move which alert. Clinicians: those of their sites. Operators: all, without
 * clinical content, and they may move only those of which nobody knows the site.
 */
@Component
public final class AlertAccess {

  private static final String CLINICIAN = "clinician";
  private static final String OPERATOR = "operator";

  private final AlertStore store;

  AlertAccess(AlertStore store) {
    this.store = store;
  }

  public static boolean seesClinicalContent(Caller caller) {
    return caller.has(CLINICIAN);
  }

  /** Sites of which the caller may list alerts; null: all. */
  public @Nullable Set<String> listable(Caller caller, @Nullable String siteId) {
    caller.requireAny(CLINICIAN, OPERATOR);
    boolean all = !seesClinicalContent(caller);
    if (siteId == null) {
      return all ? null : caller.sites();
    }
    if (!all) {
      caller.requireSite(siteId);
    }
    return Set.of(siteId);
  }

  Alert readable(Caller caller, String alertId) {
    caller.requireAny(CLINICIAN, OPERATOR);
    Alert alert = alert(alertId);
    if (seesClinicalContent(caller)) {
      caller.requireSite(site(alert));
    }
    return alert;
  }

  Alert movable(Caller caller, String alertId) {
    Alert alert = readable(caller, alertId);
    if (site(alert) != null) {
      caller.requireAny(CLINICIAN);
    }
    return alert;
  }

  private Alert alert(String alertId) {
    return store.find(alertId).orElseThrow(() -> ProblemException.notFound("alert"));
  }

  private static @Nullable String site(Alert alert) {
    return alert.episode().origin().subject().siteId();
  }
}
