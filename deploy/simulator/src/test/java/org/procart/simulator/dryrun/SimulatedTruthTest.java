package org.procart.simulator.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.procart.local.command.CommandException;
import org.procart.simulator.dryrun.SimulatedTruth.Onset;

class SimulatedTruthTest {

  private static final String HEAD =
      """
      {"kind":"simulation","seed":1,"startDay":"2026-03-01"}
      {"kind":"patient","patient":"p1","site":"site-b","crs":{"grade":2,"onsetDay":3,"days":4},"icans":{"grade":1,"onsetDay":4,"days":2}}
      {"kind":"patient","patient":"p2","site":"site-a","crs":{"grade":3,"onsetDay":1,"days":9},"icans":{"grade":2,"onsetDay":3,"days":2}}
      {"kind":"patient","patient":"p3","site":"site-a","crs":{"grade":1,"onsetDay":9,"days":2},"icans":null}
      """;
  private static final String LINES =
      """
      {"kind":"missing","patient":"p2","form":"HOME_CHECK","day":1,"due":"2026-03-02T08:00:00Z","why":"NOT_DONE"}
      {"kind":"report","patient":"p2","form":"HOME_CHECK","day":1,"by":"CARER","authored":"2026-03-02T09:30:00Z","simulatedSend":"2026-03-02T20:00:00Z","sent":{"receipt":"R-1"}}
      {"kind":"report","patient":"p1","form":"HOME_CHECK","day":3,"by":"PATIENT","authored":"2026-03-05T08:00:00+13:00","simulatedSend":"2026-03-05T08:00:00+13:00","sent":{"receipt":"R-2"}}
      {"kind":"report","patient":"p1","form":"WEEKLY","day":4,"by":"PATIENT","authored":"2026-03-06T07:00:00+13:00","simulatedSend":"2026-03-06T07:00:00+13:00","sent":{"receipt":"R-3"}}
      {"kind":"report","patient":"p1","form":"HOME_CHECK","day":4,"by":"PATIENT","authored":"2026-03-06T08:00:00+13:00","simulatedSend":"2026-03-06T08:00:00+13:00","sent":{"receipt":"R-4"}}
      {"kind":"report","patient":"p1","form":"HOME_CHECK","day":4,"by":"PATIENT","copy":2,"authored":"2026-03-06T08:00:00+13:00","simulatedSend":"2026-03-07T08:00:00+13:00","sent":{"receipt":"R-4"}}
      {"kind":"missing","patient":"p2","form":"HOME_CHECK","day":3,"due":"2026-03-04T08:00:00Z","why":"IN_HOSPITAL"}
      {"kind":"report","patient":"p3","form":"HOME_CHECK","day":1,"by":"PATIENT","authored":"2026-03-02T08:00:00Z","simulatedSend":"2026-03-02T08:00:00Z","sent":{"status":0}}
      """;

  @TempDir Path folder;

  @Test
  void anOnsetIsTheFirstDayAtTheTimeOfItsHomeCheck() throws IOException, CommandException {
    SimulatedTruth truth = read(HEAD + LINES);

    assertThat(truth.onsets())
        .containsExactly(
            new Onset("p1", "crs", OffsetDateTime.parse("2026-03-05T08:00:00+13:00")),
            new Onset("p1", "icans", OffsetDateTime.parse("2026-03-06T08:00:00+13:00")),
            new Onset("p2", "crs", OffsetDateTime.parse("2026-03-02T08:00:00Z")));
    assertThat(truth.leftOut()).isEqualTo("1 began in hospital and 1 after the simulation's end");
  }

  @Test
  void aReportCameWhenItWasFirstSent() throws IOException, CommandException {
    SimulatedTruth truth = read(HEAD + LINES);

    assertThat(truth.arrivals()).hasSize(4);
    assertThat(truth.arrivals())
        .containsEntry("R-1", OffsetDateTime.parse("2026-03-02T20:00:00Z"))
        .containsEntry("R-4", OffsetDateTime.parse("2026-03-06T08:00:00+13:00"));
  }

  @Test
  void patientsWithoutAnEventAreKnownToo() throws IOException, CommandException {
    SimulatedTruth truth = read(HEAD + LINES);

    assertThat(truth.patients()).containsExactly("p1", "p2", "p3");
    assertThat(truth.sites()).containsExactly("site-a", "site-b");
    assertThat(truth.startDay()).isEqualTo(LocalDate.of(2026, 3, 1));
  }

  @Test
  void anotherFileIsRefused() {
    assertThatThrownBy(() -> read("patient;crs\np1;3\n")).isInstanceOf(CommandException.class);
    assertThatThrownBy(() -> read("{\"kind\":\"simulation\",\"startDay\":\"2026-03-01\"}"))
        .isInstanceOf(CommandException.class);
  }

  private SimulatedTruth read(String lines) throws IOException, CommandException {
    return SimulatedTruth.read(Files.writeString(folder.resolve("truth.jsonl"), lines));
  }
}
