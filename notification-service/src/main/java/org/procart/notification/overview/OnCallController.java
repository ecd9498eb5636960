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
import org.procart.notification.oncall.Rota;
import org.procart.notification.oncall.RotaStore;
import org.procart.notification.request.Rights;
import org.procart.notification.site.Site;
import org.procart.notification.site.Sites;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OnCallController {

  private final Sites sites;
  private final RotaStore rotas;
  private final Clock clock;

  OnCallController(Sites sites, RotaStore rotas, Clock clock) {
    this.sites = sites;
    this.rotas = rotas;
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
    Site site = sites.find(siteId).orElseThrow(() -> ProblemException.notFound("site"));
    Rota rota = rotas.find(siteId).orElseGet(() -> Rota.none(siteId));
    Instant when = Objects.requireNonNullElseGet(at, clock::instant);
    return new OnCall(
        siteId,
        when,
        site.zone(),
        rota.roles().stream().map(role -> role(rota, role, when, site.zone())).toList());
  }

  private static Role role(Rota rota, RoleRota role, Instant at, ZoneId zone) {
    List<LayerNow> layers =
        IntStream.rangeClosed(1, role.layers().size())
            .mapToObj(
                layer ->
                    new LayerNow(
                        layer,
                        role.layers().get(layer - 1).name(),
                        rota.onCall(role.role(), layer, at, zone)))
            .toList();
    return new Role(role.role(), layers);
  }
}
