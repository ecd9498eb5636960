package org.procart.notification.acknowledgement;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.notification.escalation.Escalation;
import org.procart.notification.escalation.Page;
import org.procart.notification.oncall.StaffMember;
import org.procart.notification.oncall.StaffStore;
import org.springframework.stereotype.Component;

/** For whom somebody else may write down that they take an alert on: staff of the alert's site. */
@Component
class Colleagues {

  private static final String DESK = "desk:";

  private final StaffStore staff;

  Colleagues(StaffStore staff) {
    this.staff = staff;
  }

  /** By name; empty for a person, who answers alone, and for a page that reaches test phones. */
  List<StaffMember> ofDesk(String recipientId, Escalation escalation) {
    Page page = escalation.page();
    String siteId = page.siteId();
    return siteId == null || page.synthetic() || !recipientId.startsWith(DESK)
        ? List.of()
        : staff.atSite(siteId).stream()
            .filter(member -> !member.reachable(false).isEmpty())
            .sorted(Comparator.comparing(StaffMember::name))
            .toList();
  }

  Optional<StaffMember> find(@Nullable String staffId, Escalation escalation) {
    return Optional.ofNullable(staffId)
        .flatMap(staff::find)
        .filter(member -> member.sites().contains(String.valueOf(escalation.page().siteId())));
  }
}
