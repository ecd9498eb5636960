package org.procart.simulator.cohort;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.procart.simulator.chance.Chance;
import org.procart.simulator.table.Product;
import org.procart.simulator.table.ReportingTable;
import org.procart.simulator.table.Tables;

/** Draws patients; the n-th patient of a seed is always the same. */
public final class Cohort {

  private static final double COMMON_PART_OF_BURDEN = 0.4;
  private static final double USUAL_MINUTE = 9 * 60.0;
  private static final double USUAL_MINUTE_DEVIATION = 60;
  private static final int EARLIEST_MINUTE = 6 * 60;
  private static final int LATEST_MINUTE = 20 * 60;

  private final ReportingTable reporting;
  private final Map<Product, Double> mix;
  private final CourseDraw courses;

  public Cohort(Tables tables) {
    reporting = tables.reporting();
    mix = tables.mix();
    courses = new CourseDraw(tables.course());
  }

  /** Where patients live; their days are counted in its zone. */
  public record Site(String id, ZoneId zone) {}

  /**
   * @param infusion the same local date for all: day 0
   */
  public List<Patient> draw(long seed, int patients, LocalDate infusion, List<Site> sites) {
    Chance chance = Chance.seeded(seed);
    String prefix = "sim-" + seed + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(infusion) + "-";
    return IntStream.range(0, patients)
        .mapToObj(
            index ->
                patient(
                    prefix + String.format(Locale.ROOT, "%05d", index + 1),
                    sites.get(index % sites.size()),
                    infusion,
                    chance.split()))
        .toList();
  }

  private Patient patient(String id, Site site, LocalDate infusion, Chance chance) {
    Product product = chance.split().pick(mix);
    CourseDraw.Course course = courses.draw(product, chance.split());
    Chance own = chance.split();
    double burden =
        COMMON_PART_OF_BURDEN * course.overall()
            + Math.sqrt(1 - COMMON_PART_OF_BURDEN * COMMON_PART_OF_BURDEN) * own.normal(0, 1);
    return new Patient(
        id,
        site.id(),
        site.zone(),
        product,
        infusion,
        course.crs(),
        course.signs(),
        course.icans(),
        own.happens(reporting.hasCarer().value()) ? id + "-carer" : null,
        habits(own),
        burden,
        chance.seed());
  }

  private Habits habits(Chance chance) {
    long minute = Math.round(chance.normal(USUAL_MINUTE, USUAL_MINUTE_DEVIATION));
    double mean = reporting.dailyShare(0);
    double weekly = reporting.weekly().value();
    return new Habits(
        LocalTime.ofSecondOfDay(60L * Math.clamp(minute, EARLIEST_MINUTE, LATEST_MINUTE)),
        chance.share(mean, reporting.alike().value()) / mean,
        chance.share(weekly, reporting.alike().value()),
        chance.happens(reporting.fahrenheit().value()),
        chance.happens(reporting.hasCuff().value()),
        chance.happens(reporting.hasOximeter().value()));
  }
}
