package org.procart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.procart.simulator.table.Product;
import org.procart.simulator.table.Tables;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page about the simulator ends with every figure; it must be that of the file. */
class FiguresPageTest {

  private static final Path PAGE = Path.of("../../docs/simulator.md");
  private static final String HEADING = "## Figures\n";
  private static final String WRITE = "procart.docs.write";

  @Test
  void thePageShowsEveryFigure() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf("\n\n", page.indexOf(HEADING) + HEADING.length() + 1) + 2;
    String wanted = page.substring(0, begin) + figures();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, wanted);
    }

    assertThat(Files.readString(PAGE))
        .as("stale: mvn -pl deploy/simulator test -D%s=true", WRITE)
        .isEqualTo(wanted);
  }

  private static String figures() {
    Tables tables = TestCohort.TABLES;
    List<String> lines = new ArrayList<>();
    lines.add("| what | value | row | status |");
    lines.add("|---|---|---|---|");
    for (Product product : tables.products()) {
      lines.add(
          "| %s: share of the cohort | %s | none | assumed |"
              .formatted(product.id(), number(product.share())));
      JsonNode node = JsonMapper.shared().valueToTree(product);
      List.of("crs", "icans", "fever", "crsOnset", "crsDays", "icansOnset")
          .forEach(name -> add(lines, product.id() + ": " + name, node.path(name)));
    }
    JsonNode all = JsonMapper.shared().valueToTree(tables);
    for (String part : List.of("course", "reporting", "symptoms")) {
      all.path(part)
          .properties()
          .forEach(field -> add(lines, part + ": " + field.getKey(), field.getValue()));
    }
    lines.add("");
    lines.add(
        "| PRO-CTCAE term | mild or worse on day 14 (assumed) | weight among severe (assumed) |");
    lines.add("|---|---|---|");
    tables
        .symptoms()
        .terms()
        .forEach(
            (term, value) ->
                lines.add(
                    "| %s | %s | %s |"
                        .formatted(term, number(value.common()), number(value.severe()))));
    return String.join("\n", lines) + "\n";
  }

  private static void add(List<String> lines, String name, JsonNode node) {
    if (node.has("status")) {
      lines.add(
          "| %s | %s | %s | %s |"
              .formatted(
                  name,
                  value(node),
                  node.path("row").asString(""),
                  node.path("status").asString("").replace('-', ' ')));
      return;
    }
    for (Map.Entry<String, JsonNode> inside : node.properties()) {
      if (inside.getValue().has("status")) {
        add(lines, name + " " + inside.getKey(), inside.getValue());
      }
    }
  }

  private static String value(JsonNode node) {
    if (node.has("value")) {
      return number(node.path("value").asDouble());
    }
    String shape =
        node.path("spread").isNumber()
            ? "spread " + number(node.path("spread").asDouble())
            : "weights by day";
    return String.format(
        Locale.ROOT,
        "median %s, %d to %d, %s",
        number(node.path("median").asDouble()),
        node.path("low").asInt(),
        node.path("high").asInt(),
        shape);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf(Math.round(value))
        : String.format(Locale.ROOT, "%.3f", value).replaceFirst("0+$", "");
  }
}
