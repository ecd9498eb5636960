package org.procart.simulator.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.procart.local.process.Resources;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All figures. */
public record Tables(
    List<Product> products, CourseTable course, ReportingTable reporting, SymptomTable symptoms) {

  private static final String FILE = "tables.yml";

  public static Tables load() {
    Object read =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(Resources.text(Tables.class, FILE));
    return JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .build()
        .convertValue(read, Tables.class);
  }

  /** Share of the cohort by product. */
  public Map<Product, Double> mix() {
    Map<Product, Double> mix = new LinkedHashMap<>();
    products.forEach(product -> mix.put(product, product.share()));
    return mix;
  }
}
