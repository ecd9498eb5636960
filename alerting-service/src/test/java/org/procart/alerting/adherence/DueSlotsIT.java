package org.procart.alerting.adherence;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.procart.alerting.WithLocalParts;
import org.springframework.beans.factory.annotation.Autowired;

@WithLocalParts
class DueSlotsIT {

  private static final Instant NOW = Instant.parse("2026-03-02T10:30:20Z");

  @Autowired MongoClient client;
  private MongoDatabase database;

  @BeforeEach
  void empty() {
    database = client.getDatabase("slots-" + UUID.randomUUID());
    at(NOW).finished();
  }

  @Test
  void nobodyIsDueBeforeTheMinuteThatWasAskedFor() {
    at(NOW).put("p-1", Instant.parse("2026-03-02T11:00:00Z"));
    at(NOW).put("p-2", Instant.parse("2026-03-02T11:00:01Z"));

    assertThat(due("2026-03-02T10:59:59.999Z")).isEmpty();
    assertThat(due("2026-03-02T11:00:00Z")).containsExactly("p-1");
    assertThat(due("2026-03-02T11:01:00Z")).containsExactlyInAnyOrder("p-1", "p-2");
  }

  @Test
  void whatIsOverdueIsDueAtOnce() {
    at(NOW).put("p-1", NOW.minusSeconds(3_600));

    assertThat(due(NOW.toString())).containsExactly("p-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-02T11:09:00Z", "2026-03-02T20:00:00Z", "2026-03-04T10:00:00Z"})
  void whoWasNotLookedAtStaysDue(String later) {
    at(NOW).put("p-1", Instant.parse("2026-03-02T11:00:00Z"));
    assertThat(due("2026-03-02T11:00:00Z")).hasSize(1); // and then the instance died

    assertThat(due(later)).containsExactly("p-1");
  }

  @Test
  void whoWasLookedAtIsNotDueAnyMore() {
    DueSlots slots = at(Instant.parse("2026-03-02T11:00:10Z"));
    slots.put("p-1", slotsNow());
    slots.put("p-2", slotsNow());
    slots.done(slots.due());
    slots.finished();

    assertThat(due("2026-03-02T11:00:20Z")).isEmpty();
  }

  @Test
  void aWishThatCameWhileItWasLookedAtStays() {
    DueSlots slots = at(Instant.parse("2026-03-02T11:00:10Z"));
    slots.put("p-1", slotsNow());
    List<DueSlots.Entry> read = slots.due();
    slots.put("p-1", slotsNow());
    slots.done(read);
    slots.finished();

    assertThat(due("2026-03-02T11:00:20Z")).containsExactly("p-1");
  }

  @Test
  void aWishThatIsWrittenLateIntoAMinuteThatWasFinishedIsFound() {
    at(Instant.parse("2026-03-02T11:05:00Z")).finished();
    at(Instant.parse("2026-03-02T10:58:30Z")).put("p-1", Instant.parse("2026-03-02T10:59:00Z"));

    assertThat(due("2026-03-02T11:05:30Z")).containsExactly("p-1");
  }

  private static Instant slotsNow() {
    return Instant.parse("2026-03-02T11:00:00Z");
  }

  private List<String> due(String now) {
    return at(Instant.parse(now)).due().stream().map(DueSlots.Entry::patientId).toList();
  }

  private DueSlots at(Instant now) {
    return new MongoDueSlots(database, Clock.fixed(now, ZoneOffset.UTC));
  }
}
