package org.procart.notification.oncall;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Who takes turns at a site. */
public record Rota(String siteId, List<RoleRota> roles) {

  public Rota {
    roles = List.copyOf(roles);
  }

  public static Rota none(String siteId) {
    return new Rota(siteId, List.of());
  }

  /**
   * Staff on call.
   *
   * @param layer counted from 1
   */
  public List<String> onCall(String role, int layer, Instant at, ZoneId zone) {
    return roles.stream()
        .filter(entry -> entry.role().equals(role))
        .filter(entry -> layer >= 1 && layer <= entry.layers().size())
        .flatMap(entry -> entry.layers().get(layer - 1).onCall(at, zone).stream())
        .distinct()
        .toList();
  }

  public Stream<String> staffIds() {
    return roles.stream()
        .flatMap(role -> role.layers().stream())
        .flatMap(layer -> layer.shifts().stream())
        .map(Shift::staffId)
        .distinct();
  }
}
