package org.procart.notification.cover;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.escalation.Page;
import org.procart.notification.escalation.Recipient;
import org.procart.notification.oncall.ContactPoint;
import org.procart.notification.oncall.Quiet;
import org.procart.notification.oncall.StaffMember;
import org.procart.notification.oncall.StaffStore;
import org.procart.notification.oncall.StaffStores;
import org.procart.notification.policy.Desk;
import org.procart.notification.policy.EscalationPolicy;
import org.procart.notification.policy.Level;
import org.procart.notification.policy.PlatformDesk;

class SiteCoverTest {

  private static final Instant NIGHT = Instant.parse("2026-11-21T23:00:00Z");

  private final MongoServer server = new MongoServer(new MemoryBackend());
  private MongoClient client;
  private StaffStore staff;

  @BeforeEach
  void staffIsThere() {
    client = MongoClients.create("mongodb://127.0.0.1:" + server.bind().getPort());
    StaffMember ann =
        new StaffMember(
            "ann",
            List.of("site-a"),
            null,
            List.of("tlh", "fr-CA", "en"),
            List.of(new ContactPoint(ChannelKind.SMS, "+447700900101", true, false)),
            List.of(new Quiet(Set.of(), LocalTime.of(22, 0), LocalTime.of(7, 0))));
    staff = StaffStores.of(client.getDatabase("test"), ann);
  }

  @AfterEach
  void stop() {
    client.close();
    server.shutdownNow();
  }

  @Test
  void quietTimesHoldAnAmberBackAndNeverARed() {
    assertThat(ann(Level.AMBER, NIGHT).quietUntil())
        .isEqualTo(Instant.parse("2026-11-22T07:00:00Z"));
    assertThat(ann(Level.AMBER, NIGHT.plusSeconds(8 * 3600)).quietUntil()).isNull();
    assertThat(ann(Level.RED, NIGHT).quietUntil()).isNull();
  }

  @Test
  void aPersonReadsTheFirstLanguageThatIsKnownAndADeskThatOfItsSite() {
    assertThat(ann(Level.RED, NIGHT).language()).isEqualTo("fr");
    assertThat(cover(Level.RED, NIGHT).recipient("desk:site-a").orElseThrow().language())
        .isEqualTo("mi");
  }

  private Recipient ann(Level level, Instant at) {
    return cover(level, at).recipient("ann").orElseThrow();
  }

  private SiteCover cover(Level level, Instant at) {
    Page page =
        new Page(
            "alert",
            1,
            1,
            level,
            "p",
            "site-a",
            null,
            false,
            "Site",
            ZoneId.of("Europe/London"),
            at,
            "RAISED",
            null,
            null);
    EscalationPolicy standard = EscalationPolicy.standard("site-a");
    EscalationPolicy policy =
        new EscalationPolicy(
            "site-a", new Desk("+447700900180", null), standard.red(), standard.amber());
    return new SiteCover(
        page,
        new Situation(policy, OnDuty.NOBODY, "mi", at, 1),
        staff,
        new PlatformDesk("+447700900900", "desk@platform.example"));
  }
}
