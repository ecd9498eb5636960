package org.procart.intake.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** On which days counted from an infusion something is due. Day 0 is the infusion. */
public sealed interface Timing {

  /** Every so many days, first and last included. */
  record Days(int from, int to, int every) implements Timing {}

  /** On these days; negative ones are before the infusion. */
  record OnDays(List<Integer> days) implements Timing {

    public OnDays {
      days = List.copyOf(days);
    }
  }

  /** So many calendar months later; where a month is too short, its last day. */
  record AfterMonths(List<Integer> months) implements Timing {

    public AfterMonths {
      months = List.copyOf(months);
    }
  }

  /** Each year, first and last included. */
  record AfterYears(int from, int to) implements Timing {}

  default Stream<LocalDate> dates(LocalDate infusion) {
    return switch (this) {
      case Days(int from, int to, int every) ->
          IntStream.iterate(from, day -> day <= to, day -> day + every)
              .mapToObj(infusion::plusDays);
      case OnDays(List<Integer> days) -> days.stream().map(infusion::plusDays);
      case AfterMonths(List<Integer> months) -> months.stream().map(infusion::plusMonths);
      case AfterYears(int from, int to) ->
          IntStream.rangeClosed(from, to).mapToObj(infusion::plusYears);
    };
  }

  default int count() {
    return switch (this) {
      case Days(int from, int to, int every) -> (to - from) / every + 1;
      case OnDays(List<Integer> days) -> days.size();
      case AfterMonths(List<Integer> months) -> months.size();
      case AfterYears(int from, int to) -> to - from + 1;
    };
  }

  /** True when it can be done although nobody knows yet when the infusion will be. */
  default boolean beforeInfusion() {
    return switch (this) {
      case Days days -> days.to() < 0;
      case OnDays(List<Integer> days) -> days.stream().allMatch(day -> day < 0);
      case AfterMonths _, AfterYears _ -> false;
    };
  }
}
