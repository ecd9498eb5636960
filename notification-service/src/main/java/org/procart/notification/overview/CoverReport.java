package org.procart.notification.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.procart.notification.oncall.Gap;
import org.procart.notification.oncall.Lack;
import org.procart.notification.oncall.Roster;
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

  /** A person who is needed and cannot be reached. */
  record Unreachable(String staffId, Lack lack) {}

  /**
   * A step of the policy that finds nobody.
   *
   * @param from null: at no time at all
   */
  record EmptyStep(
      String level,
      int step,
      String role,
      int layer,
      @Nullable Instant from,
      @Nullable Instant to) {}

  /** Times in which a layer has nobody. */
  List<Gap> gaps(Roster roster, Instant from, Instant to) {
    return roster.gaps(from, to, staffId -> true);
  }

  List<Unreachable> unreachable(Roster roster, EscalationPolicy policy, Instant from, Instant to) {
    Stream<String> named =
        steps(policy).map(PolicyStep::who).flatMap(who -> Stream.ofNullable(who.staffId()));
    return new TreeSet<>(Stream.concat(roster.staffIds(from, to), named).toList())
        .stream()
            .flatMap(
                staffId ->
                    staff.lacks(staffId).stream().map(lack -> new Unreachable(staffId, lack)))
            .toList();
  }

  /** Steps that have nobody by the rota, at times or at all. */
  List<EmptyStep> emptySteps(Roster roster, EscalationPolicy policy) {
    return roleSteps(policy).filter(step -> roster.isEmpty(step.role(), step.layer())).toList();
  }

  /** When a step would find nobody who can be paged: nobody is on, or none of them is reachable. */
  List<EmptyStep> stepGaps(Roster roster, EscalationPolicy policy, Instant from, Instant to) {
    Predicate<String> reachable = staff.reachable();
    return roleSteps(policy)
        .filter(step -> !roster.isEmpty(step.role(), step.layer()))
        .flatMap(
            step ->
                roster
                    .gaps(new Roster.Place(step.role(), step.layer()), from, to, reachable)
                    .stream()
                    .map(
                        gap ->
                            new EmptyStep(
                                step.level(),
                                step.step(),
                                step.role(),
                                step.layer(),
                                gap.from(),
                                gap.to())))
        .toList();
  }

  /** Days on which the site's clocks change. */
  List<LocalDate> clockChanges(Instant from, Instant to, ZoneId zone) {
    return ClockChange.between(from, to, zone)
        .map(ZoneOffsetTransition::getDateTimeBefore)
        .map(LocalDateTime::toLocalDate)
        .toList();
  }

  private static Stream<EmptyStep> roleSteps(EscalationPolicy policy) {
    return Stream.concat(
        roleSteps("RED", policy.red().steps()), roleSteps("AMBER", policy.amber().steps()));
  }

  private static Stream<EmptyStep> roleSteps(String level, List<PolicyStep> steps) {
    return Stream.iterate(0, i -> i < steps.size(), i -> i + 1)
        .filter(i -> steps.get(i).who().kind() == Who.Kind.ROLE)
        .map(i -> step(level, i + 1, steps.get(i).who()));
  }

  private static EmptyStep step(String level, int number, Who who) {
    return new EmptyStep(level, number, String.valueOf(who.role()), who.layer(), null, null);
  }

  private static Stream<PolicyStep> steps(EscalationPolicy policy) {
    return Stream.concat(policy.red().steps().stream(), policy.amber().steps().stream());
  }
}
