package org.procart.notification.overview;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.security.Caller;
import org.procart.notification.oncall.RoleRota;
import org.procart.notification.oncall.Roster;
import org.procart.notification.oncall.Rosters;
import org.procart.notification.request.Faults;
import org.procart.notification.request.Rights;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OnCallController {

  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2101-01-01T00:00:00Z");

  private final Rosters rosters;
  private final Clock clock;

  OnCallController(Rosters rosters, Clock clock) {
    this.rosters = rosters;
    this.clock = clock;
  }

  record OnCall(String siteId, Instant at, ZoneId zone, List<Role> roles) {}

  record Role(String role, List<LayerNow> layers) {}

  record LayerNow(int layer, String name, List<String> staff) {}

  @GetMapping("/on-call")
  OnCall onCall(
      Caller caller,
      @RequestParam String siteId,
      @RequestParam(required = false) @Nullable Instant at) {
    Rights.requireSees(caller, siteId);
    Instant when = Objects.requireNonNullElseGet(at, clock::instant);
    Faults faults = new Faults();
    faults.check(
        !when.isBefore(FIRST) && when.isBefore(LAST),
        "/at",
        "out-of-range",
        "Ask for a time in the years 2000 to 2100.");
    faults.throwIfAny();
    Roster roster = rosters.of(siteId).orElseThrow(() -> ProblemException.notFound("site"));
    return new OnCall(
        siteId,
        when,
        roster.zone(),
        roster.rota().roles().stream().map(role -> role(roster, role, when)).toList());
  }

  private static Role role(Roster roster, RoleRota role, Instant at) {
    List<LayerNow> layers =
        IntStream.rangeClosed(1, role.layers().size())
            .mapToObj(
                layer ->
                    new LayerNow(
                        layer,
                        role.layers().get(layer - 1).name(),
                        roster.onCall(role.role(), layer, at)))
            .toList();
    return new Role(role.role(), layers);
  }
}
