package org.procart.simulator.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A CAR-T product and what is published of it.
 *
 * @param share of the cohort's patients
 * @param fever share of its patients with CRS
 */
public record Product(
    String id,
    String indication,
    double share,
    Incidence crs,
    Incidence icans,
    Figure fever,
    Timing crsOnset,
    Timing crsDays,
    Timing icansOnset) {

  /** What a reader of the truth must know: which figures of this product are not verified. */
  public Stream<String> doubts() {
    Map<String, Status> figures = new LinkedHashMap<>();
    figures.put("CRS, any", crs.any().status());
    figures.put("CRS, grade 3 or more", crs.severe().status());
    figures.put("ICANS, any", icans.any().status());
    figures.put("ICANS, grade 3 or more", icans.severe().status());
    figures.put("fever in CRS", fever.status());
    figures.put("CRS onset", crsOnset.status());
    figures.put("CRS duration", crsDays.status());
    figures.put("ICANS onset", icansOnset.status());
    figures.put("ICANS duration", Status.ASSUMED);
    return figures.entrySet().stream()
        .filter(entry -> entry.getValue() != Status.VERIFIED)
        .collect(
            Collectors.groupingBy(
                Map.Entry::getValue,
                LinkedHashMap::new,
                Collectors.mapping(Map.Entry::getKey, Collectors.joining(", "))))
        .entrySet()
        .stream()
        .map(entry -> entry.getKey().words() + ": " + entry.getValue());
  }
}
