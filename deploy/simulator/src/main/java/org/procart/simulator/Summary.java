package org.procart.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.procart.local.command.Screen;
import org.procart.simulator.cohort.Episode;
import org.procart.simulator.cohort.Patient;
import org.procart.simulator.plan.Line;
import org.procart.simulator.send.Tally;
import org.procart.simulator.table.Figure;
import org.procart.simulator.table.Product;

/** The table at the end. */
final class Summary {

  private static final double MEDIAN = 50;
  private static final double SLOWEST = 99;
  private static final int SEVERE = 3;
  private static final double PERCENT = 100;
  private static final double MILLIS = 1e6;

  private final Screen screen;

  Summary(Screen screen) {
    this.screen = screen;
  }

  void drawn(List<Patient> patients, List<Line> lines, List<Product> products) {
    screen.line("");
    screen.line(
        "drawn (table)   patients        CRS   CRS >= 3      ICANS ICANS >= 3   in per cent");
    for (Product product : products) {
      List<Patient> its = patients.stream().filter(p -> p.product().equals(product)).toList();
      screen.line(
          String.format(
              Locale.ROOT,
              "  %-12s %9d %10s %10s %10s %10s",
              product.id(),
              its.size(),
              share(its, p -> p.crs() != null, product.crs().any()),
              share(its, p -> severe(p.crs()), product.crs().severe()),
              share(its, p -> p.icans() != null, product.icans().any()),
              share(its, p -> severe(p.icans()), product.icans().severe())));
    }
    screen.line("");
    row("reports", lines.stream().filter(Line.Report.class::isInstance).count());
    row("missing", lines.stream().filter(Line.Missing.class::isInstance).count());
  }

  void sent(Tally tally, Duration took) {
    screen.line("");
    tally.byStatus().forEach((status, count) -> row(meaning(status), count.sum()));
    row("sent a second time", tally.duplicates());
    row("waits and resends", tally.waits());
    row("answered within (median)", millis(tally.within(MEDIAN)));
    row("answered within (99 %)", millis(tally.within(SLOWEST)));
    row("time", took.toSeconds() + " s");
  }

  private static String meaning(int status) {
    return switch (status) {
      case 0 -> "not answered";
      case 200 -> "200 known already";
      case 201 -> "201 taken";
      default -> status + " refused";
    };
  }

  private void row(String name, Object value) {
    screen.line(String.format(Locale.ROOT, "  %-26s %10s", name, value));
  }

  private static String millis(Duration time) {
    return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / MILLIS);
  }

  private static String share(List<Patient> patients, Predicate<Patient> which, Figure table) {
    String drawn =
        patients.isEmpty()
            ? "-"
            : String.format(
                Locale.ROOT,
                "%.0f",
                PERCENT * patients.stream().filter(which).count() / patients.size());
    return String.format(Locale.ROOT, "%s (%.0f)", drawn, PERCENT * table.value());
  }

  private static boolean severe(@Nullable Episode episode) {
    return episode != null && episode.grade() >= SEVERE;
  }
}
