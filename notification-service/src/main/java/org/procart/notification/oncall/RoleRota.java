package org.procart.notification.oncall;

import java.util.List;

/** The layers of one role; the first is called first. */
public record RoleRota(String role, List<Layer> layers) {

  public RoleRota {
    layers = List.copyOf(layers);
  }
}
