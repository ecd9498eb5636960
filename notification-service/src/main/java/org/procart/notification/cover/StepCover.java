package org.procart.notification.cover;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.procart.notification.oncall.Roster;
import org.procart.notification.policy.EscalationPolicy;
import org.procart.notification.policy.PolicyStep;
import org.procart.notification.policy.PolicyStore;
import org.procart.notification.policy.Who;
import org.springframework.stereotype.Component;

/** Whether each step of a site's policy has somebody to page. */
@Component
class StepCover {

  /** A cover that ends in a minute is none. */
  private static final Duration AHEAD = Duration.ofHours(1);

  private final PolicyStore policies;

  StepCover(PolicyStore policies) {
    this.policies = policies;
  }

  /** At any moment of the next hour. */
  boolean allReach(String siteId, Roster roster, Predicate<String> reachable, Instant now) {
    EscalationPolicy policy =
        policies.find(siteId).orElseGet(() -> EscalationPolicy.standard(siteId));
    return Stream.of(policy.red(), policy.amber())
        .flatMap(level -> level.steps().stream())
        .map(PolicyStep::who)
        .allMatch(who -> reaches(who, roster, reachable, now));
  }

  private static boolean reaches(Who who, Roster roster, Predicate<String> reachable, Instant now) {
    return switch (who.kind()) {
      case ROLE ->
          roster
              .gaps(
                  new Roster.Place(Objects.requireNonNull(who.role()), who.layer()),
                  now,
                  now.plus(AHEAD),
                  reachable)
              .isEmpty();
      case PERSON -> reachable.test(Objects.requireNonNull(who.staffId()));
      case DESK -> true;
    };
  }
}
