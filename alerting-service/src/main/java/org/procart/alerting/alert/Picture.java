package org.procart.alerting.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.procart.alerting.rule.Level;

/**
 * How bad it is: the worst level, and the worst of each scale, at its own level. A calmer report
 * never lowers it.
 *
 * @param level worst of all
 * @param peaks one for each scale
 */
public record Picture(Level level, List<Peak> peaks) {

  /** Empty when there is nothing to see. */
  static Optional<Picture> of(Collection<Evidence> evidence) {
    return evidence.stream()
        .map(one -> new Picture(one.level(), List.of(Peak.of(one))))
        .reduce(Picture::with);
  }

  /** Higher level as a whole or of one scale, a scale that had not rung, or a worse value. */
  boolean isWorsenedBy(Picture other) {
    return other.level.isWorseThan(level) || other.peaks.stream().anyMatch(this::isNewOrWorse);
  }

  Picture with(Picture other) {
    Map<String, Peak> worst = new LinkedHashMap<>();
    List<Peak> all = new ArrayList<>(peaks);
    all.addAll(other.peaks);
    all.forEach(peak -> worst.merge(peak.side(), peak, Peak::worst));
    return new Picture(Level.worst(level, other.level), List.copyOf(worst.values()));
  }

  private boolean isNewOrWorse(Peak peak) {
    return peaks.stream().filter(peak::sameSide).findFirst().map(peak::isWorseThan).orElse(true);
  }
}
