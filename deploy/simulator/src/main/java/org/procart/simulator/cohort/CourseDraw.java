package org.procart.simulator.cohort;

import org.jspecify.annotations.Nullable;
import org.procart.simulator.chance.Chance;
import org.procart.simulator.table.CourseTable;
import org.procart.simulator.table.Product;

/** Draws CRS and ICANS of one patient. */
final class CourseDraw {

  private static final int GRADE_WITH_CIRCULATION = 2;

  private final CourseTable course;
  private final Severity severity;

  CourseDraw(CourseTable course) {
    this.course = course;
    this.severity = new Severity(course);
  }

  /**
   * @param overall standard normal: how ill the product makes this patient
   */
  record Course(@Nullable Episode crs, Signs signs, @Nullable Episode icans, double overall) {}

  Course draw(Product product, Chance chance) {
    double crsSeverity = chance.normal(0, 1);
    double together = course.together().value();
    double icansSeverity =
        together * crsSeverity + Math.sqrt(1 - together * together) * chance.normal(0, 1);
    Episode crs = crs(product, severity.grade(crsSeverity, product.crs()), chance.split());
    Episode icans = icans(product, severity.grade(icansSeverity, product.icans()), chance.split());
    return new Course(crs, signs(product, crs, chance.split()), icans, crsSeverity);
  }

  private @Nullable Episode crs(Product product, int grade, Chance chance) {
    if (grade == 0) {
      return null;
    }
    int onset = product.crsOnset().draw(chance, course.lastCrsOnset());
    return new Episode(grade, onset, product.crsDays().draw(chance));
  }

  private @Nullable Episode icans(Product product, int grade, Chance chance) {
    if (grade == 0) {
      return null;
    }
    boolean late = chance.happens(course.lateIcans().value() / product.icans().any().value());
    int onset =
        late
            ? chance.whole(course.lastCrsOnset() + 1, course.lastLateIcansOnset())
            : product.icansOnset().draw(chance, course.lastCrsOnset());
    return new Episode(grade, onset, course.icansDays().draw(chance));
  }

  private Signs signs(Product product, @Nullable Episode crs, Chance chance) {
    if (crs == null) {
      return Signs.NONE;
    }
    boolean circulation = crs.grade() >= GRADE_WITH_CIRCULATION;
    boolean hypoxia = circulation && chance.happens(course.hypoxiaFromGrade2().value());
    boolean hypotension =
        circulation && (!hypoxia || chance.happens(course.hypotensionBesideHypoxia().value()));
    return new Signs(
        chance.happens(product.fever().value()),
        chance.happens(course.chills().value()),
        chance.happens(course.tachycardia().value()),
        hypotension,
        hypoxia);
  }
}
