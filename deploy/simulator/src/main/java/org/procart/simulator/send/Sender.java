package org.procart.simulator.send;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.procart.local.command.Screen;
import org.procart.simulator.cohort.Patient;
import org.procart.simulator.plan.Line;
import org.procart.simulator.truth.TruthFile;
import org.procart.simulator.truth.TruthLines;
import tools.jackson.databind.node.ObjectNode;

/** Enrols the cohort, sends its reports in their order and writes down the truth. */
public final class Sender {

  private static final Optional<RuntimeException> NONE = Optional.empty();

  private final Intake intake;
  private final TruthFile truth;
  private final Screen screen;
  private final Stop stop;
  private final Tally tally = new Tally();
  private final Attempts attempts;
  private final AtomicReference<Optional<RuntimeException>> failure = new AtomicReference<>(NONE);
  private final AtomicInteger position = new AtomicInteger();

  public Sender(Intake intake, TruthFile truth, Screen screen, Stop stop, Clock clock) {
    this.intake = intake;
    this.truth = truth;
    this.screen = screen;
    this.stop = stop;
    this.attempts = new Attempts(stop, clock, tally);
  }

  public void head(ObjectNode line) {
    truth.add(position.getAndIncrement(), line);
  }

  public void enrol(List<Patient> patients) {
    try (Progress progress = Progress.of("Enrolling", patients.size(), screen);
        Lanes lanes = new Lanes(this::fail)) {
      for (Patient patient : patients) {
        int at = position.getAndIncrement();
        lanes.run(patient.id(), () -> enrol(patient, at, progress));
      }
    }
  }

  public void send(List<Line> lines, Optional<Double> rate) {
    Pace pace = new Pace(rate, stop);
    try (Progress progress = Progress.of("Sending", reports(lines), screen);
        Lanes lanes = new Lanes(this::fail)) {
      for (Line line : lines) {
        if (line instanceof Line.Report) {
          pace.await();
        }
        if (stop.asked()) {
          break;
        }
        int at = position.getAndIncrement();
        lanes.run(line.patient().id(), () -> take(line, at, progress));
      }
    }
  }

  public Tally tally() {
    return tally;
  }

  /** What made it stop that nobody expected. */
  public Optional<RuntimeException> failure() {
    return failure.get();
  }

  private void fail(RuntimeException cause) {
    failure.compareAndSet(NONE, Optional.of(cause));
    stop.ask();
  }

  private void enrol(Patient patient, int at, Progress progress) {
    if (stop.asked()) {
      return;
    }
    Outcome outcome = attempts.make(newToken -> intake.enrol(patient, newToken));
    tally.enrolled(patient.id(), outcome);
    ObjectNode line = TruthLines.of(patient);
    line.putObject("enrolled").put("status", outcome.status()).put("reason", outcome.reason());
    truth.add(at, line);
    progress.step();
  }

  private void take(Line line, int at, Progress progress) {
    switch (line) {
      case Line.Report report -> send(report, at, progress);
      case Line.Missing missing -> truth.add(at, TruthLines.of(missing));
    }
  }

  /** What is not begun when it stops is not sent, and so is no part of the truth. */
  private void send(Line.Report report, int at, Progress progress) {
    if (stop.asked()) {
      return;
    }
    Outcome outcome = attempts.make(newToken -> intake.send(report, newToken));
    tally.answered(report, outcome);
    ObjectNode line = TruthLines.of(report);
    line.putObject("sent")
        .put("at", outcome.sentAt().toString())
        .put("status", outcome.status())
        .put("receipt", outcome.receipt())
        .put("advice", outcome.advice())
        .put("attempts", outcome.attempts())
        .put("milliseconds", outcome.took().toMillis())
        .put("reason", outcome.reason());
    truth.add(at, line);
    progress.step();
  }

  private static long reports(List<Line> lines) {
    return lines.stream().filter(Line.Report.class::isInstance).count();
  }
}
