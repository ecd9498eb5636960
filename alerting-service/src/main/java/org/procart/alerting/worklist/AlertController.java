package org.procart.alerting.worklist;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.alert.AlertFilter;
import org.procart.alerting.alert.AlertPage;
import org.procart.alerting.alert.AlertState;
import org.procart.alerting.alert.AlertStore;
import org.procart.alerting.rule.Level;
import org.procart.chassis.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/alerts")
class AlertController {

  private static final Set<AlertState> NOT_CLOSED =
      EnumSet.of(AlertState.OPEN, AlertState.ACKNOWLEDGED);
  private static final int LAST_PAGE = 10_000;

  private final AlertStore store;
  private final AlertAccess access;
  private final AlertExplanation explanation;

  AlertController(AlertStore store, AlertAccess access, AlertExplanation explanation) {
    this.store = store;
    this.access = access;
    this.explanation = explanation;
  }

  /** Without a state: all that are not closed. */
  @GetMapping
  AlertList list(
      Caller caller,
      @RequestParam(required = false) @Nullable AlertState state,
      @RequestParam(required = false) @Nullable String siteId,
      @RequestParam(required = false) @Nullable Level level,
      @RequestParam(required = false) @Nullable String patientId,
      @RequestParam(defaultValue = "false") boolean synthetic,
      @RequestParam(defaultValue = "0") @Min(0) @Max(LAST_PAGE) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
    Set<AlertState> states = state == null ? NOT_CLOSED : EnumSet.of(state);
    Set<String> sites = access.listable(caller, siteId);
    boolean clinical = AlertAccess.seesClinicalContent(caller);
    AlertFilter filter =
        new AlertFilter(states, sites, level, clinical ? patientId : null, synthetic);
    AlertPage found = store.page(filter, page, size);
    return new AlertList(
        found.alerts().stream().map(alert -> AlertSummary.of(alert, clinical)).toList(),
        page,
        size,
        found.total());
  }

  @GetMapping("/{alertId}")
  AlertDetail get(Caller caller, @PathVariable String alertId) {
    return explanation.of(
        access.readable(caller, alertId), AlertAccess.seesClinicalContent(caller));
  }
}
