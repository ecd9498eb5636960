package org.procart.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.procart.simulator.table.Figure;
import org.procart.simulator.table.Incidence;
import org.procart.simulator.table.Product;
import org.procart.simulator.table.Status;
import org.procart.simulator.table.Timing;

/** The simulator's figures are those of the clinical tables, row by row. */
class TablesTest {

  private static final List<Map<String, String>> PRODUCTS = ClinicalTable.read("cart_products.csv");
  private static final List<Map<String, String>> PARAMETERS =
      ClinicalTable.read("simulator_parameters.csv");

  @Test
  void incidencesAreThoseOfTheirRows() {
    for (Product product : TestCohort.TABLES.products()) {
      incidence(product.crs(), "crs_any_pct", "crs_ge3_pct");
      incidence(product.icans(), "neurotox_any_pct", "neurotox_ge3_pct");
    }
  }

  @Test
  void mediansAreThoseOfTheirRows() {
    for (Product product : TestCohort.TABLES.products()) {
      median(product.crsOnset(), "crs_onset_median_d");
      median(product.crsDays(), "crs_duration_median_d");
      median(product.icansOnset(), "neurotox_onset_median_d");
    }
  }

  @Test
  void rangesAreThoseOfTheirRows() {
    int lastOnset = TestCohort.TABLES.course().lastCrsOnset();
    int compared = 0;
    for (Product product : TestCohort.TABLES.products()) {
      compared += range(product.crsOnset(), "crs_onset_range_d", lastOnset);
      compared += range(product.crsDays(), "crs_duration_range_d", Integer.MAX_VALUE);
    }

    // Cilta-cel has quartiles, and the duration of brexu-cel has no range.
    assertThat(compared).isEqualTo(9);
  }

  @Test
  void nothingFromMemoryIsCalledVerified() {
    for (Product product : TestCohort.TABLES.products()) {
      Stream.of(
              product.crs().any(),
              product.crs().severe(),
              product.icans().any(),
              product.icans().severe())
          .filter(figure -> row(figure.row()).get("status").equals("from memory"))
          .forEach(figure -> assertThat(figure.status()).isEqualTo(Status.FROM_MEMORY));
      Stream.of(product.crsOnset(), product.crsDays(), product.icansOnset())
          .filter(timing -> row(timing.row()).get("status").equals("from memory"))
          .forEach(timing -> assertThat(timing.status()).isEqualTo(Status.FROM_MEMORY));
    }
  }

  @Test
  void verifiedRowsComeFirst() {
    for (Product product : TestCohort.TABLES.products()) {
      verifiedFirst(product, product.crs().severe(), "crs_ge3_pct");
      verifiedFirst(product, product.crs().any(), "crs_any_pct");
      verifiedFirst(product, product.icans().any(), "neurotox_any_pct");
    }
  }

  @Test
  void sharesOfTheCourseAreThoseOfTheirRows() {
    assertThat(parameter("CRS onset cut-off")).contains("after day 14");
    assertThat(TestCohort.TABLES.course().lastCrsOnset()).isEqualTo(14);
    assertThat(parameter("ICANS onset after day 14")).startsWith("0.7%");
    assertThat(TestCohort.TABLES.course().lateIcans().value()).isEqualTo(0.007);
    assertThat(parameter("fever among CRS")).contains("78% of all patients", "92% of CRS");
    assertThat(parameter("chills among axi-cel"))
        .isEqualTo("20%; hypotension 41%, tachycardia 28%, hypoxia 22%");
    assertThat(parameter("daily survey completion")).startsWith("3.9 of 7").contains("2.7");
    assertThat(parameter("weekly survey completion")).startsWith("91%");
    assertThat(parameter("severe physical symptoms")).isEqualTo("52% week 1 -> 28% month 6");
    assertThat(TestCohort.TABLES.symptoms().severeShare(7)).isEqualTo(0.52);
    assertThat(TestCohort.TABLES.symptoms().severeShare(180)).isEqualTo(0.28);
  }

  @Test
  void dailyCompletionAveragesThePublishedValuesAndFalls() {
    double months0To6 =
        IntStream.rangeClosed(0, 182)
            .mapToDouble(day -> 7 * TestCohort.TABLES.reporting().dailyShare(day))
            .average()
            .orElseThrow();

    assertThat(months0To6).isCloseTo(3.9, offset(0.01));
    assertThat(7 * TestCohort.TABLES.reporting().dailyShare(365)).isCloseTo(2.7, offset(1e-9));
    assertThat(TestCohort.TABLES.reporting().dailyShare(30))
        .isLessThan(TestCohort.TABLES.reporting().dailyShare(0));
  }

  @Test
  void everyProductOfTheTableIsInTheMix() {
    List<String> known = PRODUCTS.stream().map(row -> row.get("product")).distinct().toList();

    assertThat(TestCohort.TABLES.products())
        .extracting(Product::id)
        .containsExactlyElementsOf(known);
    assertThat(TestCohort.TABLES.products().stream().mapToDouble(Product::share).sum())
        .isCloseTo(1, offset(1e-9));
  }

  private static void incidence(Incidence incidence, String any, String severe) {
    assertThat(leading(row(incidence.any().row()).get(any))).isEqualTo(percent(incidence.any()));
    assertThat(leading(row(incidence.severe().row()).get(severe)))
        .isEqualTo(percent(incidence.severe()));
  }

  private static void median(Timing timing, String column) {
    assertThat(leading(row(timing.row()).get(column))).isEqualTo(timing.median());
  }

  private static int range(Timing timing, String column, int cut) {
    String cell = row(timing.row()).get(column);
    if (!cell.matches("\\d+-\\d+") || timing.days() != null || timing.row().startsWith("cilta")) {
      return 0;
    }
    String[] ends = cell.split("-");
    assertThat(timing.low()).isEqualTo(Integer.parseInt(ends[0]));
    assertThat(timing.high()).isEqualTo(Math.min(cut, Integer.parseInt(ends[1])));
    return 1;
  }

  private static void verifiedFirst(Product product, Figure figure, String column) {
    boolean verifiedExists =
        PRODUCTS.stream()
            .filter(row -> row.get("product").equals(product.id()))
            .filter(row -> row.get("status").startsWith("verified"))
            .anyMatch(row -> !row.get(column).isEmpty());
    assertThat(figure.status())
        .as(product.id() + " " + column)
        .isEqualTo(verifiedExists ? Status.VERIFIED : Status.FROM_MEMORY);
  }

  private static double percent(Figure figure) {
    return Math.round(1000 * figure.value()) / 10.0;
  }

  private static double leading(String cell) {
    return Double.parseDouble(cell.replaceFirst("^([0-9.]+).*", "$1"));
  }

  private static Map<String, String> row(String name) {
    return PRODUCTS.stream()
        .filter(row -> (row.get("product") + "/" + row.get("source")).equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row " + name));
  }

  private static String parameter(String name) {
    return PARAMETERS.stream()
        .filter(row -> row.get("parameter").equals(name))
        .map(row -> row.get("value"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row " + name));
  }
}
