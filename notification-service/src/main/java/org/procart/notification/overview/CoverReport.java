package org.procart.notification.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.procart.notification.oncall.ContactPoint;
import org.procart.notification.oncall.Gap;
import org.procart.notification.oncall.Gaps;
import org.procart.notification.oncall.Rota;
import org.procart.notification.oncall.StaffMember;
import org.procart.notification.oncall.StaffStore;
import org.procart.notification.policy.EscalationPolicy;
import org.procart.notification.policy.PolicyStep;
import org.procart.notification.policy.Who;
import org.springframework.stereotype.Component;

/** Sees ahead where a page would find nobody. */
@Component
class CoverReport {

  private final StaffStore staff;

  CoverReport(StaffStore staff) {
    this.staff = staff;
  }

  /**
   * A person who is needed and cannot be reached.
   *
   * @param lack UNKNOWN (no such member of staff), UNVERIFIED, or NO_PHONE
   */
  record Unreachable(String staffId, String lack) {}

  /** A step of the policy that the rota has no people for at all. */
  record EmptyStep(String level, int step, String role, int layer) {}

  /** Times in which a layer has nobody. */
  List<Gap> gaps(Rota rota, Instant from, Instant to, ZoneId zone) {
    return Gaps.between(rota, from, to, zone);
  }

  List<Unreachable> unreachable(Rota rota, EscalationPolicy policy) {
    Stream<String> named =
        steps(policy).map(PolicyStep::who).flatMap(who -> Stream.ofNullable(who.staffId()));
    return new TreeSet<>(Stream.concat(rota.staffIds(), named).toList())
        .stream().flatMap(staffId -> lack(staffId).stream()).toList();
  }

  List<EmptyStep> emptySteps(Rota rota, EscalationPolicy policy) {
    return Stream.concat(
            empty("RED", policy.red().steps(), rota), empty("AMBER", policy.amber().steps(), rota))
        .toList();
  }

  /** Days on which the site's clocks change. */
  List<LocalDate> clockChanges(Instant from, Instant to, ZoneId zone) {
    return Stream.iterate(
            zone.getRules().nextTransition(from),
            next -> next != null && next.getInstant().isBefore(to),
            next -> zone.getRules().nextTransition(next.getInstant()))
        .map(ZoneOffsetTransition::getDateTimeBefore)
        .map(LocalDateTime::toLocalDate)
        .toList();
  }

  private Optional<Unreachable> lack(String staffId) {
    Optional<StaffMember> member = staff.find(staffId);
    if (member.isEmpty()) {
      return Optional.of(new Unreachable(staffId, "UNKNOWN"));
    }
    List<ContactPoint> contacts = member.get().reachable(false);
    if (contacts.isEmpty()) {
      return Optional.of(new Unreachable(staffId, "UNVERIFIED"));
    }
    boolean phone = contacts.stream().anyMatch(contact -> contact.channel().givesReceipts());
    return phone ? Optional.empty() : Optional.of(new Unreachable(staffId, "NO_PHONE"));
  }

  private static Stream<EmptyStep> empty(String level, List<PolicyStep> steps, Rota rota) {
    return Stream.iterate(0, i -> i < steps.size(), i -> i + 1)
        .filter(i -> steps.get(i).who().kind() == Who.Kind.ROLE)
        .map(i -> step(level, i + 1, steps.get(i).who()))
        .filter(step -> !hasPeople(rota, step));
  }

  private static EmptyStep step(String level, int number, Who who) {
    return new EmptyStep(level, number, String.valueOf(who.role()), who.layer());
  }

  private static boolean hasPeople(Rota rota, EmptyStep step) {
    return rota.roles().stream()
        .filter(role -> role.role().equals(step.role()))
        .filter(role -> step.layer() <= role.layers().size())
        .anyMatch(role -> !role.layers().get(step.layer() - 1).shifts().isEmpty());
  }

  private static Stream<PolicyStep> steps(EscalationPolicy policy) {
    return Stream.concat(policy.red().steps().stream(), policy.amber().steps().stream());
  }
}
