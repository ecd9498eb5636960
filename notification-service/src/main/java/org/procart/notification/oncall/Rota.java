package org.procart.notification.oncall;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who takes turns at a site.
 *
 * @param owner staff id of who hears of gaps; null: nobody in particular
 */
public record Rota(String siteId, @Nullable String owner, List<RoleRota> roles) {

  public Rota {
    roles = List.copyOf(roles);
  }

  public static Rota none(String siteId) {
    return new Rota(siteId, null, List.of());
  }

  Stream<Layer> layers() {
    return roles.stream().flatMap(role -> role.layers().stream());
  }

  /** Names of the calendars that its layers follow. */
  public List<String> calendars() {
    return layers().flatMap(layer -> Stream.ofNullable(layer.calendar())).distinct().toList();
  }

  public Stream<String> staffIds() {
    return layers().flatMap(Layer::staffIds).distinct();
  }
}
