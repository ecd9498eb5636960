package org.procart.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.procart.chassis.alarm.OperationsAlarms;

class AnswerCountTest {

  private static final Instant START = Instant.parse("2026-11-20T03:10:00Z");

  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final ReminderMetrics metrics = new ReminderMetrics(meters);
  // Final, and told by Kafka: nothing of it can be seen from here.
  private final OperationsAlarms alarms = mock(OperationsAlarms.class);
  private MongoClient client;
  private MongoDatabase database;

  @BeforeEach
  void open() {
    client = MongoClients.create("mongodb://127.0.0.1:" + server.bind().getPort());
    database = client.getDatabase("answers-test");
  }

  @AfterEach
  void close() {
    client.close();
    server.shutdownNow();
  }

  @Test
  void theNumberOfADayIsToldOnceForEachSite() {
    at(Duration.ZERO).one("site-a");
    at(Duration.ofHours(20)).one("site-a");
    at(Duration.ofHours(20)).one(null);
    at(Duration.ofHours(23)).tell();
    verifyNoInteractions(alarms);

    at(Duration.ofHours(24)).tell();
    at(Duration.ofHours(24)).tell();

    verify(alarms).raise(eq("REMINDERS_ANSWERED"), eq("site-a"), contains("2 messages"));
    verify(alarms).clear("REMINDERS_ANSWERED", "site-a");
    verifyNoMoreInteractions(alarms);
    assertThat(meters.counter("procart.notification.reminder.answers").count()).isEqualTo(3);

    at(Duration.ofHours(44)).tell();
    verify(alarms).raise(eq("REMINDERS_ANSWERED"), eq(null), contains("1 messages"));
  }

  private AnswerCount at(Duration later) {
    Clock clock = Clock.fixed(START.plus(later), ZoneOffset.UTC);
    return new AnswerCount(database, alarms, metrics, clock);
  }
}
