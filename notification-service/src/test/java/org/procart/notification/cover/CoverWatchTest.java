package org.procart.notification.cover;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.alarm.TestAlarms;
import org.procart.chassis.store.Leases;
import org.procart.chassis.store.TestLeases;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.document.KeptRecords;
import org.procart.notification.oncall.CalendarStore;
import org.procart.notification.oncall.ContactPoint;
import org.procart.notification.oncall.Layer;
import org.procart.notification.oncall.RoleRota;
import org.procart.notification.oncall.Rosters;
import org.procart.notification.oncall.Rota;
import org.procart.notification.oncall.RotaStore;
import org.procart.notification.oncall.Shift;
import org.procart.notification.oncall.StaffMember;
import org.procart.notification.oncall.StaffStore;
import org.procart.notification.oncall.StaffStores;
import org.procart.notification.outgoing.Outgoing;
import org.procart.notification.outgoing.Outgoings;
import org.procart.notification.policy.PolicyStore;
import org.procart.notification.site.Site;
import org.procart.notification.site.Sites;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class CoverWatchTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T11:00:00Z"), ZoneOffset.UTC);

  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final OperationsAlarms alarms = TestAlarms.of(CLOCK);
  private MongoClient client;
  private MongoDatabase database;
  private CoverWatch watch;

  @BeforeEach
  void open() {
    client = MongoClients.create("mongodb://127.0.0.1:" + server.bind().getPort());
    database = client.getDatabase("cover-test");
    context.registerBean(MongoDatabase.class, () -> database);
    context.registerBean(Clock.class, () -> CLOCK);
    context.registerBean(OperationsAlarms.class, () -> alarms);
    context.registerBean(Leases.class, () -> TestLeases.of(database, CLOCK));
    context.registerBean(Outgoing.class, () -> Outgoings.of(database, CLOCK));
    context.registerBean(
        WatchSettings.class, () -> new WatchSettings(List.of(Duration.ofHours(24))));
    context.registerBean(
        StaffStore.class, () -> StaffStores.of(database, member("ann", true), member("bo", true)));
    context.register(Sites.class, RotaStore.class, CalendarStore.class, Rosters.class);
    context.register(PolicyStore.class, SiteWord.class, StepCover.class, GapWarnings.class);
    context.register(CoverWatch.class);
    context.refresh();
    watch = context.getBean(CoverWatch.class);
    site("site-a");
  }

  @AfterEach
  void close() {
    context.close();
    client.close();
    server.shutdownNow();
  }

  @Test
  void noCoverLastsWhileAStepHasNobody() {
    alarms.raise("NO_COVER", "site-a", "test");
    rota("site-a", always("ann"));

    watch.look();

    assertThat(raised()).containsExactly("NO_COVER site-a");
  }

  @Test
  void noCoverIsOverWhenEveryStepReachesSomebody() {
    alarms.raise("NO_COVER", "site-a", "test");
    rota("site-a", always("ann"), always("bo"));

    watch.look();

    assertThat(raised()).isEmpty();
  }

  @Test
  void whoCannotBeReachedOrSoonGoesIsNoCover() {
    alarms.raise("NO_COVER", "site-a", "test");
    rota("site-a", always("ann"), shift("bo", LocalTime.of(8, 0), LocalTime.of(11, 59)));
    watch.look();
    assertThat(raised()).containsExactly("NO_COVER site-a");

    rota("site-a", always("ann"), always("bo"));
    StaffStore _ = StaffStores.of(database, member("bo", false));
    watch.look();

    assertThat(raised()).containsExactly("NO_COVER site-a");
  }

  @Test
  void aSiteThatCannotBeJudgedStopsNoOtherAndIsTold() {
    alarms.raise("NO_COVER", "site-b", "test");
    rota("site-a", always("ann"), always("bo"));
    rota("site-b", always("ann"), always("bo"));
    site("site-b");
    database
        .getCollection("sites")
        .replaceOne(
            new Document("_id", "site-a"),
            Document.parse("{\"body\":{\"siteId\":\"site-a\",\"zone\":\"Nowhere/At/All\"}}"));

    watch.look();
    watch.look();
    assertThat(raised()).containsExactly("COVER_NOT_JUDGED site-a");

    site("site-a");
    watch.look();
    assertThat(raised()).isEmpty();
  }

  private Set<String> raised() {
    return TestAlarms.raised(alarms);
  }

  /** Not live, so that it hears of no gaps. */
  private void site(String siteId) {
    new KeptRecords<>(database, "sites", Site.class)
        .put(siteId, new Site(siteId, 1, "A", ZoneId.of("UTC"), false, List.of("en"), "", ""));
  }

  private void rota(String siteId, Shift... lines) {
    List<Layer> layers = Stream.of(lines).map(shift -> new Layer("line", List.of(shift))).toList();
    new KeptRecords<>(database, "rotas", Rota.class)
        .put(siteId, new Rota(siteId, null, List.of(new RoleRota("nurse", layers))));
  }

  private static Shift always(String staffId) {
    return shift(staffId, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
  }

  private static Shift shift(String staffId, LocalTime from, LocalTime to) {
    return new Shift(staffId, Set.of(), from, to, null, null);
  }

  private static StaffMember member(String staffId, boolean verified) {
    return new StaffMember(
        staffId,
        List.of("site-a", "site-b"),
        null,
        List.of("en"),
        List.of(new ContactPoint(ChannelKind.SMS, "+447700900101", verified, false)),
        List.of());
  }
}
