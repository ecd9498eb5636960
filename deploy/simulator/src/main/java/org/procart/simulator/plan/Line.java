package org.procart.simulator.plan;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.procart.simulator.cohort.Patient;
import org.procart.simulator.report.Answer;
import org.procart.simulator.report.Reporter;
import org.procart.simulator.report.Truth;

/** One line of what happens: a report is sent, or one that was due is not. */
public sealed interface Line {

  /** Simulated time; within it by id, so that the order is always the same. */
  Comparator<Line> IN_ORDER =
      Comparator.comparing((Line line) -> line.at().toInstant())
          .thenComparing(Line::id)
          .thenComparingInt(Line::copy);

  String id();

  Patient patient();

  Kind kind();

  int day();

  Truth truth();

  /** When it happens, in simulated time. */
  OffsetDateTime at();

  int copy();

  /**
   * A report on its way.
   *
   * @param id names it for ever: sent twice, it is the same report
   * @param at when the phone sends it
   * @param copy 1; 2 for the same again
   * @param slip what went wrong with the temperature; null: nothing
   */
  record Report(
      String id,
      Patient patient,
      Kind kind,
      int day,
      Reporter by,
      OffsetDateTime authored,
      OffsetDateTime at,
      int copy,
      Map<String, Answer> answers,
      @Nullable String slip,
      Truth truth)
      implements Line {

    public boolean duplicate() {
      return copy > 1;
    }

    Report again(OffsetDateTime later) {
      return new Report(
          id, patient, kind, day, by, authored, later, copy + 1, answers, slip, truth);
    }
  }

  /** The patient's own report that was due and is not made. */
  record Missing(
      String id,
      Patient patient,
      Kind kind,
      int day,
      OffsetDateTime at,
      Why why,
      boolean carerReports,
      Truth truth)
      implements Line {

    @Override
    public int copy() {
      return 1;
    }
  }

  /** Why there is no report. */
  enum Why {
    /** Left out, as on any day. */
    NOT_DONE,
    /** Would have reported but for ICANS. */
    ICANS,
    IN_HOSPITAL
  }
}
