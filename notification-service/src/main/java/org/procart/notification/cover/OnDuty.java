package org.procart.notification.cover;

import java.util.List;

/** Staff on call for a role at one instant. */
@FunctionalInterface
interface OnDuty {

  OnDuty NOBODY = (role, layer) -> List.of();

  List<String> staff(String role, int layer);
}
