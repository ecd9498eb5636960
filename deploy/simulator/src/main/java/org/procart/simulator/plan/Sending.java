package org.procart.simulator.plan;

import java.time.Duration;
import java.util.List;
import org.procart.simulator.chance.Chance;
import org.procart.simulator.table.ReportingTable;

/** How a finished report gets from the phone to the platform: at once, late, or twice. */
final class Sending {

  private static final int AT_ONCE_SECONDS = 120;
  private static final int AGAIN_AFTER_SECONDS = 900;
  private static final double SECONDS_IN_HOUR = 3600;

  private final ReportingTable reporting;

  Sending(ReportingTable reporting) {
    this.reporting = reporting;
  }

  List<Line.Report> of(Line.Report ready, Chance chance) {
    Line.Report sent = at(ready, delay(chance));
    boolean twice = chance.happens(reporting.duplicate().value());
    boolean nextDay = chance.happens(reporting.duplicateNextDay().value());
    Duration later =
        nextDay ? Duration.ofDays(1) : Duration.ofSeconds(chance.whole(1, AGAIN_AFTER_SECONDS));
    return twice ? List.of(sent, sent.again(sent.at().plus(later))) : List.of(sent);
  }

  private Duration delay(Chance chance) {
    boolean late = chance.happens(reporting.late().value());
    double hours = reporting.lateHours().drawPart(chance, reporting.lateHours().high());
    int seconds = chance.whole(1, AT_ONCE_SECONDS);
    return late
        ? Duration.ofSeconds(Math.round(hours * SECONDS_IN_HOUR))
        : Duration.ofSeconds(seconds);
  }

  private static Line.Report at(Line.Report report, Duration delay) {
    return new Line.Report(
        report.id(),
        report.patient(),
        report.kind(),
        report.day(),
        report.by(),
        report.authored(),
        report.authored().plus(delay),
        report.copy(),
        report.answers(),
        report.slip(),
        report.truth());
  }
}
