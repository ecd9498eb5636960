package org.procart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.procart.simulator.cohort.Episode;
import org.procart.simulator.cohort.Patient;
import org.procart.simulator.table.CourseTable;
import org.procart.simulator.table.Product;
import org.procart.simulator.table.Timing;

/** Incidence and timing of 20,000 drawn patients against the tables. */
class CohortTest {

  private static final List<Patient> PATIENTS = TestCohort.patients(20_000);
  private static final CourseTable COURSE = TestCohort.TABLES.course();

  @Test
  void productsAreMixedAsSaid() {
    for (Product product : TestCohort.TABLES.products()) {
      new Share(of(product).size(), PATIENTS.size()).mustFit(product.share(), product.id());
    }
  }

  @Test
  void crsAndIcansAreAsCommonAndAsSevereAsPublished() {
    for (Product product : TestCohort.TABLES.products()) {
      List<Patient> patients = of(product);
      String id = product.id();
      share(patients, p -> p.crs() != null).mustFit(product.crs().any().value(), id + " CRS");
      share(patients, p -> severe(p.crs()))
          .mustFit(product.crs().severe().value(), id + " CRS grade 3 or more");
      share(patients, p -> p.icans() != null).mustFit(product.icans().any().value(), id + " ICANS");
      share(patients, p -> severe(p.icans()))
          .mustFit(product.icans().severe().value(), id + " ICANS grade 3 or more");
    }
  }

  @Test
  void mediansOfOnsetAndDurationAreThePublishedOnes() {
    for (Product product : TestCohort.TABLES.products()) {
      String id = product.id();
      median(of(product), Patient::crs, Episode::onsetDay, product.crsOnset(), id + " CRS onset");
      median(of(product), Patient::crs, Episode::days, product.crsDays(), id + " CRS duration");
      median(
          of(product),
          Patient::icans,
          Episode::onsetDay,
          product.icansOnset(),
          id + " ICANS onset");
      median(
          of(product), Patient::icans, Episode::days, COURSE.icansDays(), id + " ICANS duration");
    }
  }

  @Test
  void onsetAndDurationKeepWithinThePublishedRanges() {
    for (Product product : TestCohort.TABLES.products()) {
      assertThat(episodes(of(product), Patient::crs))
          .allSatisfy(
              crs -> {
                assertThat(crs.onsetDay())
                    .isBetween(product.crsOnset().low(), product.crsOnset().high());
                assertThat(crs.days()).isBetween(product.crsDays().low(), product.crsDays().high());
              });
    }
  }

  @Test
  void noCrsBeginsAfterDay14() {
    assertThat(episodes(PATIENTS, Patient::crs))
        .isNotEmpty()
        .allMatch(crs -> crs.onsetDay() >= 1 && crs.onsetDay() <= 14);
  }

  @Test
  void sevenInAThousandGetIcansAfterDay14() {
    share(PATIENTS, p -> p.icans() != null && p.icans().onsetDay() > 14)
        .mustFit(COURSE.lateIcans().value(), "ICANS after day 14");
  }

  @Test
  void ciltaCelBeginsLaterThanTheOthers() {
    List<Patient> withCrs = with(of(product("cilta-cel")), p -> p.crs() != null);

    share(withCrs, p -> onset(p) >= 4).mustFit(0.89, "cilta-cel CRS on day 4 or later");
    share(withCrs, p -> onset(p) >= 6).mustFit(0.74, "cilta-cel CRS on day 6 or later");
    assertThat(quantile(withCrs, 0.25)).isEqualTo(5);
    assertThat(quantile(withCrs, 0.75)).isEqualTo(8);
  }

  @Test
  void tisaCelSeldomBeginsAfterDay10() {
    List<Patient> withCrs = with(of(product("tisa-cel")), p -> p.crs() != null);

    // 2 patients of the label after day 10, of about 130 with CRS.
    assertThat(share(withCrs, p -> onset(p) > 10).value()).isBetween(0.002, 0.055);
  }

  @Test
  void signsOfCrsAreAsCommonAsPublished() {
    List<Patient> withCrs = with(of(product("axi-cel")), p -> p.crs() != null);

    share(withCrs, p -> p.signs().fever()).mustFit(0.83, "fever");
    share(withCrs, p -> p.signs().chills()).mustFit(0.213, "chills");
    share(withCrs, p -> p.signs().tachycardia()).mustFit(0.298, "tachycardia");
    share(withCrs, p -> p.signs().hypotension()).mustFit(41 / 94.0, "hypotension");
    share(withCrs, p -> p.signs().hypoxia()).mustFit(22 / 94.0, "hypoxia");
    share(with(of(product("tisa-cel")), p -> p.crs() != null), p -> p.signs().fever())
        .mustFit(0.92, "fever, tisa-cel");
  }

  @Test
  void hypotensionOrHypoxiaIsWhatMakesGrade2() {
    assertThat(with(PATIENTS, p -> p.crs() != null))
        .allMatch(p -> (p.signs().hypotension() || p.signs().hypoxia()) == (gradeOf(p.crs()) >= 2));
  }

  @Test
  void anEpisodeReachesItsGradeAndEnds() {
    assertThat(
            Stream.concat(
                episodes(PATIENTS, Patient::crs).stream(),
                episodes(PATIENTS, Patient::icans).stream()))
        .allSatisfy(
            episode -> {
              int highest = 0;
              for (int day = episode.onsetDay(); day <= episode.lastDay(); day++) {
                assertThat(episode.gradeOn(day)).isBetween(1, episode.grade());
                highest = Math.max(highest, episode.gradeOn(day));
              }
              assertThat(highest).isEqualTo(episode.grade());
              assertThat(episode.gradeOn(episode.onsetDay() - 1)).isZero();
              assertThat(episode.gradeOn(episode.lastDay() + 1)).isZero();
            });
  }

  @Test
  void theSameSeedDrawsTheSamePatientsHoweverMany() {
    assertThat(TestCohort.patients(7, 30)).isEqualTo(TestCohort.patients(7, 300).subList(0, 30));
    assertThat(TestCohort.patients(8, 30)).isNotEqualTo(TestCohort.patients(7, 30));
  }

  private static List<Patient> of(Product product) {
    return with(PATIENTS, patient -> patient.product().equals(product));
  }

  private static Product product(String id) {
    return TestCohort.TABLES.products().stream()
        .filter(product -> product.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<Patient> with(List<Patient> patients, Predicate<Patient> which) {
    return patients.stream().filter(which).toList();
  }

  private static Share share(List<Patient> patients, Predicate<Patient> which) {
    return new Share(patients.stream().filter(which).count(), patients.size());
  }

  private static List<Episode> episodes(List<Patient> patients, Function<Patient, Episode> which) {
    return patients.stream().map(which).filter(Objects::nonNull).toList();
  }

  /** The published median is one of what is drawn: not half lie below it, nor half above. */
  private static void median(
      List<Patient> patients,
      Function<Patient, Episode> which,
      Function<Episode, Integer> what,
      Timing timing,
      String name) {
    List<Integer> drawn = episodes(patients, which).stream().map(what).sorted().toList();
    long below = drawn.stream().filter(value -> value < timing.median()).count();
    long above = drawn.stream().filter(value -> value > timing.median()).count();

    assertThat(new Share(below, drawn.size()).least()).as(name + ", below").isLessThan(0.5);
    assertThat(new Share(above, drawn.size()).least()).as(name + ", above").isLessThan(0.5);
    assertThat(Math.abs(drawn.get(drawn.size() / 2) - timing.median()))
        .as(name)
        .isLessThanOrEqualTo(1);
  }

  private static int quantile(List<Patient> withCrs, double part) {
    List<Integer> sorted = withCrs.stream().map(CohortTest::onset).sorted().toList();
    return sorted.get((int) (part * sorted.size()));
  }

  private static int onset(Patient patient) {
    return Objects.requireNonNull(patient.crs()).onsetDay();
  }

  private static int gradeOf(Episode episode) {
    return episode == null ? 0 : episode.grade();
  }

  private static boolean severe(Episode episode) {
    return gradeOf(episode) >= 3;
  }
}
