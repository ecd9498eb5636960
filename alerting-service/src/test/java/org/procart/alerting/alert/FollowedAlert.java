package org.procart.alerting.alert;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.rule.Level;

/**
 * An alert, and by the test's own reckoning what somebody was paged for in it.
 *
 * @param alert null: nothing rang yet
 * @param sounded the worst of each scale
 */
record FollowedAlert(@Nullable Alert alert, Map<String, Sound> sounded) {

  static final FollowedAlert NOTHING = new FollowedAlert(null, Map.of());

  /** How bad a scale was when it sounded. */
  record Sound(Level level, double value) implements Comparable<Sound> {

    @Override
    public int compareTo(Sound other) {
      return level == other.level
          ? Double.compare(value, other.value)
          : level.compareTo(other.level);
    }
  }

  /** What the ring is to somebody who knows only what was sounded. */
  AlertEvent eventOf(Ring ring) {
    if (ring.evidence().stream().allMatch(Evidence::listedOnly)) {
      return AlertEvent.RINGS_FOR_THE_WORK_LIST;
    }
    Map<String, Sound> heard = soundsOf(ring);
    if (heard.isEmpty()) {
      return AlertEvent.RINGS_OBSERVED_LONG_AGO;
    }
    if (sounded.isEmpty()) {
      return AlertEvent.RINGS;
    }
    if (heard.entrySet().stream().anyMatch(one -> isNews(one.getKey(), one.getValue()))) {
      return AlertEvent.RINGS_WORSE;
    }
    return heard.equals(sounded) ? AlertEvent.RINGS_THE_SAME : AlertEvent.RINGS_CALMER;
  }

  FollowedAlert after(Ring ring, Alert next) {
    Map<String, Sound> worst = new HashMap<>(sounded);
    soundsOf(ring)
        .forEach((scale, sound) -> worst.merge(scale, sound, (a, b) -> a.compareTo(b) < 0 ? b : a));
    return new FollowedAlert(next, Map.copyOf(worst));
  }

  FollowedAlert after(Alert next) {
    return new FollowedAlert(next, sounded);
  }

  /** By name, and whether somebody was paged. */
  String state() {
    if (alert == null) {
      return "nothing";
    }
    AlertState state = AlertState.of(alert);
    return state == AlertState.CLOSED || !sounded.isEmpty() ? state.name() : state + ", not paged";
  }

  private boolean isNews(String scale, Sound sound) {
    Sound before = sounded.get(scale);
    return before == null || before.compareTo(sound) < 0;
  }

  private static Map<String, Sound> soundsOf(Ring ring) {
    Map<String, Sound> sounds = new HashMap<>();
    for (Evidence one : ring.evidence()) {
      Double value = one.value();
      if (!one.longAgo() && !Boolean.TRUE.equals(one.listOnly()) && value != null) {
        sounds.put(one.scale(), new Sound(one.level(), value));
      }
    }
    return sounds;
  }
}
