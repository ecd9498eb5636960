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

  /**
   * By name, those who work where each of the alerts is; empty for a person, who answers alone, and
   * for a page that reaches test phones.
   */
  List<StaffMember> ofDesk(String recipientId, List<Escalation> escalations) {
    List<Page> pages = escalations.stream().map(Escalation::page).toList();
    boolean desk =
        recipientId.startsWith(DESK)
            && !pages.isEmpty()
            && pages.stream().noneMatch(page -> page.siteId() == null || page.synthetic());
    return desk
        ? staff.atSite(String.valueOf(pages.getFirst().siteId())).stream()
            .filter(member -> pages.stream().map(Page::siteId).allMatch(member.sites()::contains))
            .filter(member -> !member.reachable(false).isEmpty())
            .sorted(Comparator.comparing(StaffMember::name))
            .toList()
        : List.of();
  }

  Optional<StaffMember> find(@Nullable String staffId, Escalation escalation) {
    return Optional.ofNullable(staffId)
        .flatMap(staff::find)
        .filter(member -> member.sites().contains(String.valueOf(escalation.page().siteId())));
  }
}
