package org.procart.notification.cover;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.procart.notification.escalation.Cover;
import org.procart.notification.escalation.Page;
import org.procart.notification.escalation.Recipient;
import org.procart.notification.oncall.StaffMember;
import org.procart.notification.oncall.StaffStore;
import org.procart.notification.oncall.StaffWording;
import org.procart.notification.policy.Desk;
import org.procart.notification.policy.Level;
import org.procart.notification.policy.LevelPolicy;
import org.procart.notification.policy.PlatformDesk;
import org.procart.notification.policy.Who;

/** Cover of one page: real ones reach real contact points, synthetic ones only those for tests. */
final class SiteCover implements Cover {

  private final Page page;
  private final Situation site;
  private final StaffStore staff;
  private final PlatformDesk platformDesk;

  SiteCover(Page page, Situation site, StaffStore staff, PlatformDesk platformDesk) {
    this.page = page;
    this.site = site;
    this.staff = staff;
    this.platformDesk = platformDesk;
  }

  @Override
  public LevelPolicy policy() {
    return site.policy().at(page.level());
  }

  @Override
  public int smsSuppliers() {
    return site.smsSuppliers();
  }

  @Override
  public List<Recipient> recipients(Who who) {
    Stream<Recipient> people =
        switch (who.kind()) {
          case ROLE ->
              persons(site.onDuty().staff(Objects.requireNonNull(who.role()), who.layer()));
          case PERSON -> persons(List.of(Objects.requireNonNull(who.staffId())));
          case DESK -> page.synthetic() ? testers() : Stream.of(siteDesk());
        };
    return people.toList();
  }

  @Override
  public Optional<Recipient> recipient(String recipientId) {
    if (recipientId.equals(PlatformDesk.ID)) {
      return lastResort();
    }
    Recipient desk = siteDesk();
    return recipientId.equals(desk.id()) ? Optional.of(desk) : person(recipientId);
  }

  @Override
  public Optional<Recipient> lastResort() {
    return page.synthetic() ? Optional.empty() : Optional.of(platform());
  }

  private Recipient siteDesk() {
    Desk desk = site.policy().desk();
    return desk == null
        ? platform()
        : new Recipient(
            "desk:" + site.policy().siteId(), true, desk.contacts(), site.language(), null);
  }

  private Recipient platform() {
    return Recipient.of(PlatformDesk.ID, true, platformDesk.desk().contacts());
  }

  private Stream<Recipient> testers() {
    return staff.atSite(site.policy().siteId()).stream()
        .map(this::recipient)
        .flatMap(Optional::stream);
  }

  private Stream<Recipient> persons(List<String> staffIds) {
    return staffIds.stream().map(this::person).flatMap(Optional::stream);
  }

  private Optional<Recipient> person(String staffId) {
    return staff.find(staffId).flatMap(this::recipient);
  }

  private Optional<Recipient> recipient(StaffMember member) {
    Recipient found =
        new Recipient(
            member.staffId(),
            false,
            member.reachable(page.synthetic()),
            StaffWording.known(member.languages()).findFirst().orElse(null),
            page.level() == Level.RED ? null : member.quietUntil(site.at(), page.zone()));
    return Optional.of(found).filter(person -> !person.contacts().isEmpty());
  }
}
