package org.procart.simulator.cohort;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.procart.simulator.table.CourseTable;
import org.procart.simulator.table.Incidence;

/** From a standard normal severity to a grade: exactly the published shares, the worst get most. */
final class Severity {

  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private final CourseTable course;

  Severity(CourseTable course) {
    this.course = course;
  }

  int grade(double severity, Incidence incidence) {
    double rank = STANDARD.survivalProbability(severity);
    double any = incidence.any().value();
    double severe = incidence.severe().value();
    double two = severe + course.grade2OfMild().value() * (any - severe);
    if (rank < severe) {
      return rank < course.grade4OfSevere().value() * severe ? 4 : 3;
    }
    return rank < two ? 2 : rank < any ? 1 : 0;
  }
}
