package org.procart.scoring.instrument.cart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.procart.scoring.instrument.MissingReason;
import org.procart.scoring.instrument.RawItem;
import org.procart.scoring.instrument.Report;
import org.procart.scoring.instrument.Scale;
import org.procart.scoring.instrument.ScaleScore;
import org.procart.scoring.instrument.Scorer;
import org.procart.scoring.instrument.scales.Sheet;

/** Raw answers of the home check, and the grades that can be told from them. */
public final class HomeCheckScorer implements Scorer {

  private static final Scale CRS = Scale.worseUpTo(4, "cart-crs-grade");
  private static final Scale AT_LEAST = Scale.worseUpTo(1, "cart-crs-minimum-grade");

  private final Sheet raw;
  private final Map<String, RawItem> items;
  private final Thermometer thermometer;
  private final HomeCrs crs;
  private final IceCheck ice;

  /**
   * @param items those that are published as they are
   * @param iceGrades points of a patient who is awake → ICANS grade
   * @throws IllegalArgumentException an item that a grade needs is missing, or the ICE has other
   *     than 10 points
   */
  public HomeCheckScorer(
      List<RawItem> items, HomeCheckLimits limits, Map<Integer, Integer> iceGrades) {
    this.raw = new Sheet(items, List.of());
    this.items = items.stream().collect(Collectors.toMap(RawItem::code, Function.identity()));
    this.thermometer = new Thermometer(limits.feverFrom());
    this.crs = new HomeCrs(limits);
    this.ice = new IceCheck(Map.copyOf(iceGrades));
    HomeCheckItem.NEEDED.stream()
        .filter(code -> !this.items.containsKey(code))
        .findFirst()
        .ifPresent(
            code -> {
              throw new IllegalArgumentException("item " + code + " is missing");
            });
    if (mostOfIce().compareTo(IceComponents.MOST) != 0) {
      throw new IllegalArgumentException("the parts of the ICE need maxima that are 10 together");
    }
  }

  private BigDecimal mostOfIce() {
    return IceComponents.most(
        HomeCheckItem.ICE_COMPONENTS.stream()
            .map(code -> Objects.requireNonNull(items.get(code)).scale())
            .toList());
  }

  @Override
  public List<ScaleScore> score(Report report) {
    return Stream.of(
            raw.score(report),
            report.asks(HomeCheckItem.TEMPERATURE) ? crs(report) : List.<ScaleScore>of(),
            report.asks(HomeCheckItem.ICE) ? ice(report) : List.<ScaleScore>of())
        .flatMap(List::stream)
        .toList();
  }

  private List<ScaleScore> crs(Report report) {
    ScaleScore temperature = thermometer.temperature(report);
    ScaleScore fever = thermometer.fever(temperature);
    ScaleScore grade =
        crs.of(
                fever,
                item(HomeCheckItem.ANTIPYRETIC, report),
                item(HomeCheckItem.STEROID, report),
                item(HomeCheckItem.SYSTOLIC, report),
                item(HomeCheckItem.OXYGEN, report))
            .grade()
            .on(CRS);
    return List.of(temperature, fever, grade, atLeast(fever));
  }

  private static ScaleScore atLeast(ScaleScore fever) {
    Integer grade = fever.grade();
    return grade == null
        ? AT_LEAST.missing(MissingReason.CANNOT_TELL).explained("The temperature was not measured.")
        : AT_LEAST.grade(grade);
  }

  private List<ScaleScore> ice(Report report) {
    ScaleScore possible = item(HomeCheckItem.ICE, report);
    IceComponents components =
        new IceComponents(
            HomeCheckItem.ICE_COMPONENTS.stream().map(code -> item(code, report)).toList());
    ScaleScore total = ice.total(possible, components);
    return List.of(total, ice.atMost(possible, components), ice.icans(possible, total));
  }

  private ScaleScore item(String code, Report report) {
    return Objects.requireNonNull(items.get(code)).score(report);
  }
}
