package org.procart.alerting.rule;

import java.time.Duration;
import org.procart.schemas.yaml.YamlPart;

/**
 * How long the same, or something calmer, makes no sound after it sounded and somebody took it. A
 * hush that never ended would hide the next fever behind one that nobody closed.
 *
 * @param red for what rings RED
 * @param amber for what rings AMBER
 */
public record Quiet(Duration red, Duration amber) {

  /** Proposals, for rules that do not say it themselves. */
  public static final Quiet DEFAULT = new Quiet(Duration.ofHours(24), Duration.ofHours(72));

  public Duration of(Level level) {
    return level == Level.RED ? red : amber;
  }

  static Quiet of(YamlPart part) {
    part.allowing("red", "amber");
    return new Quiet(Duration.ofHours(part.count("red")), Duration.ofHours(part.count("amber")));
  }
}
