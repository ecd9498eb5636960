package org.procart.alerting.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.alert.Alert;
import org.procart.alerting.alert.Peak;
import org.procart.alerting.alert.Picture;
import org.procart.alerting.rule.Direction;
import org.procart.alerting.rule.Level;
import org.procart.alerting.rule.Together;

/** Whether alerts are at least as bad as others, by the test's own reckoning. */
final class Worst {

  private Worst() {}

  /** What was sounded in the one and would not have been in the other. */
  static List<String> notSounded(Map<String, Alert.Live> wanted, Map<String, Alert.Live> actual) {
    List<String> lacking = new ArrayList<>();
    wanted.forEach(
        (rule, alert) -> {
          Picture picture = alert.episode().paging().picture();
          if (picture != null) {
            Alert.Live other = actual.get(rule);
            lacking.addAll(
                lacking(rule, picture, other == null ? null : other.episode().paging().picture()));
          }
        });
    return lacking;
  }

  /** What was heard, sounded or not, in the one and would not have been in the other. */
  static List<String> notHeard(Map<String, Alert.Live> wanted, Map<String, Alert.Live> actual) {
    List<String> lacking = new ArrayList<>();
    wanted.forEach(
        (rule, alert) -> {
          Alert.Live other = actual.get(rule);
          lacking.addAll(
              lacking(
                  rule,
                  alert.episode().heard().shown(),
                  other == null ? null : other.episode().heard().shown()));
        });
    return lacking;
  }

  static List<String> lacking(String rule, Picture wanted, @Nullable Picture actual) {
    if (actual == null) {
      return List.of(rule + " is silent");
    }
    List<String> lacking = new ArrayList<>();
    if (wanted.level() == Level.RED && actual.level() != Level.RED) {
      lacking.add(rule + " is only " + actual.level());
    }
    wanted.peaks().stream()
        .filter(peak -> actual.peaks().stream().noneMatch(other -> covers(other, peak)))
        .filter(peak -> !(isTogether(peak) && actual.level() == Level.RED))
        .forEach(peak -> lacking.add(rule + " lacks " + peak));
    return lacking;
  }

  /** What one already red report says together with others is red already. */
  private static boolean isTogether(Peak peak) {
    return peak.scale().equals(Together.SCALE);
  }

  /** The same sign on the same side, at a higher level, or less than a step below it. */
  private static boolean covers(Peak other, Peak wanted) {
    return other.scale().equals(wanted.scale())
        && other.direction() == wanted.direction()
        && (level(other).compareTo(level(wanted)) > 0
            || (level(other) == level(wanted) && isNear(other, wanted)));
  }

  private static boolean isNear(Peak other, Peak wanted) {
    Double value = wanted.value();
    Double sounded = other.value();
    if (value == null) {
      return true;
    }
    if (sounded == null) {
      return false;
    }
    double worse = wanted.direction() == Direction.HIGHER_WORSE ? value - sounded : sounded - value;
    Double step = wanted.step();
    return worse <= 0 || (step != null && worse < step);
  }

  private static Level level(Peak peak) {
    return Objects.requireNonNull(peak.level());
  }
}
