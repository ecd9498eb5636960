package org.procart.notification.oncall;

import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.security.Caller;
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
  private final OperationsAlarms alarms;

  StaffController(StaffStore staff, OperationsAlarms alarms) {
    this.staff = staff;
    this.alarms = alarms;
  }

  /** A person of several sites is changed by who administers them all, or by an operator. */
  @PutMapping
  StaffMember put(Caller caller, @PathVariable String staffId, @RequestBody StaffBody body) {
    caller.requireAny("site-admin", "operator");
    StaffMember member = body.toStaff(staffId);
    staff
        .find(staffId)
        .ifPresent(known -> known.sites().forEach(site -> Rights.requireAdministers(caller, site)));
    member.sites().forEach(site -> Rights.requireAdministers(caller, site));
    staff.put(member);
    member.sites().forEach(site -> alarms.clear("NO_COVER", site));
    return member;
  }

  @GetMapping
  StaffMember get(Caller caller, @PathVariable String staffId) {
    caller.requireAny("site-admin", "operator");
    return staff
        .find(staffId)
        .filter(
            known -> caller.has("operator") || known.sites().stream().anyMatch(caller::seesSite))
        .orElseThrow(() -> ProblemException.notFound("member of staff"));
  }
}
