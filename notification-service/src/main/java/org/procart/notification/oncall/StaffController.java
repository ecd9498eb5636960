package org.procart.notification.oncall;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.security.Caller;
import org.procart.notification.oncall.ContactPoint.Verification;
import org.procart.notification.request.Rights;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/staff/{staffId}")
class StaffController {

  private final StaffStore staff;
  private final Clock clock;

  StaffController(StaffStore staff, Clock clock) {
    this.staff = staff;
    this.clock = clock;
  }

  /** A person of several sites is changed by who administers them all, or by an operator. */
  @PutMapping
  StaffMember put(Caller caller, @PathVariable String staffId, @RequestBody StaffBody body) {
    caller.requireAny("site-admin", "operator");
    return staff.change(
        staffId,
        known -> {
          StaffMember changed = body.toStaff(staffId, known, attestation(caller));
          known.ifPresent(before -> requireAdministers(caller, before));
          requireAdministers(caller, changed);
          return changed;
        });
  }

  @GetMapping
  StaffMember get(Caller caller, @PathVariable String staffId) {
    return StaffRights.find(staff, caller, staffId);
  }

  private @Nullable Verification attestation(Caller caller) {
    return caller.has("operator")
        ? new Verification("ATTESTED", clock.instant(), caller.subject())
        : null;
  }

  private static void requireAdministers(Caller caller, StaffMember member) {
    member.sites().forEach(site -> Rights.requireAdministers(caller, site));
  }
}
