package org.procart.notification.policy;

import org.jspecify.annotations.Nullable;

/**
 * How a site escalates.
 *
 * @param desk the site's own desk; null: the platform's
 */
public record EscalationPolicy(
    String siteId, @Nullable Desk desk, LevelPolicy red, LevelPolicy amber) {

  public static EscalationPolicy standard(String siteId) {
    return new EscalationPolicy(siteId, null, LevelPolicy.RED, LevelPolicy.AMBER);
  }

  public LevelPolicy at(Level level) {
    return switch (level) {
      case RED -> red;
      case AMBER -> amber;
    };
  }
}
