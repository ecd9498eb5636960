package org.procart.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.Message;
import org.procart.notification.document.KeptRecords;
import org.procart.notification.key.Keys;
import org.procart.notification.policy.EscalationPolicy;
import org.procart.notification.policy.Level;
import org.procart.notification.site.Site;
import org.procart.notification.site.Sites;
import org.procart.notification.wording.PageTexts;
import org.procart.notification.wording.PublicAddress;
import org.procart.notification.wording.Words;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class LettersTest {

  /** Stands wherever something of the patient stands. */
  private static final String MARKER = "ZQZQ";

  private static final Instant NOW = Ward.START;

  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private MongoClient client;
  private Letters letters;

  @BeforeEach
  void open() {
    client = MongoClients.create("mongodb://127.0.0.1:" + server.bind().getPort());
    MongoDatabase database = client.getDatabase("letters-test");
    context.registerBean(MongoDatabase.class, () -> database);
    context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneId.of("UTC")));
    context.registerBean(PublicAddress.class, () -> new PublicAddress("https://p.example"));
    context.scan(Words.class.getPackageName());
    context.register(Sites.class, Keys.class, Letters.class);
    context.refresh();
    letters = context.getBean(Letters.class);
    Site site =
        new Site("site-nl", 1, "Site B", ZoneId.of("UTC"), true, List.of("nl-BE", "fr"), "", "");
    new KeptRecords<>(database, "sites", Site.class).put("site-nl", site);
  }

  @AfterEach
  void close() {
    context.close();
    client.close();
    server.shutdownNow();
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingOfThePatientIsInAnyMessage(String language, ChannelKind channel, Flag flag) {
    for (Level level : Level.values()) {
      List<Errand> one = List.of(errand("one", level, channel, flag, language));
      List<Errand> two =
          Stream.concat(one.stream(), one("two", level, channel, flag, language)).toList();

      for (Message message : List.of(letters.about(one), letters.about(two))) {
        assertThat(message.text() + message.subject() + message.html())
            .contains("Site A")
            .doesNotContainIgnoringCase(MARKER);
      }
    }
  }

  @Test
  void aPageIsInThePersonsLanguageElseTheSites() {
    assertThat(sms("de-CH", "site-nl")).contains(" Antwort ACK ");
    assertThat(sms(null, "site-nl")).contains(" Antwoord ACK ");
    assertThat(sms("sv", "site-nl")).contains(" Antwoord ACK ");
    assertThat(sms(null, "site-unknown")).contains(" Reply ACK ");
    assertThat(sms(null, null)).contains(" Reply ACK ");
  }

  @Test
  void whatIsNewAmongThemIsNotCalledARepeat() {
    Target first = target(ChannelKind.SMS, Flag.NONE, "en");
    Target again = target(ChannelKind.SMS, Flag.AGAIN, "en");
    Page page = page(Level.AMBER, "site-a", "Site A");

    assertThat(
            letters.about(List.of(errand("new", page, first), errand("old", page, again))).text())
        .doesNotContain("AGAIN");
  }

  @Test
  void severalHaveOneKeyAndNameEachSite() {
    Message both =
        letters.about(
            List.of(
                errand(
                    "one",
                    page(Level.AMBER, "site-a", "Site A"),
                    target(ChannelKind.SMS, Flag.AGAIN, "en")),
                errand(
                    "two",
                    page(Level.AMBER, "site-b", "Site B"),
                    target(ChannelKind.SMS, Flag.AGAIN, "en"))));

    assertThat(both.text())
        .matches(
            "PRO-CART AMBER (\\w{5}) Site A, Site B 03:10\\. AGAIN 2 alerts waiting\\."
                + " Reply ACK \\1 or https://p\\.example/a/\\w{22}");
  }

  static Stream<Arguments> all() {
    return PageTexts.LANGUAGES.stream()
        .flatMap(
            language ->
                Stream.of(ChannelKind.values())
                    .flatMap(
                        channel ->
                            Stream.of(Flag.values())
                                .map(flag -> Arguments.of(language, channel, flag))));
  }

  private String sms(@Nullable String language, @Nullable String siteId) {
    Page page = page(Level.RED, siteId, "Site A");
    return letters
        .about(List.of(errand("one", page, target(ChannelKind.SMS, Flag.NONE, language))))
        .text();
  }

  private static Stream<Errand> one(
      String id, Level level, ChannelKind channel, Flag flag, String language) {
    return Stream.of(errand(id, level, channel, flag, language));
  }

  private static Errand errand(
      String id, Level level, ChannelKind channel, Flag flag, String language) {
    return errand(id, page(level, MARKER + "-site", "Site A"), target(channel, flag, language));
  }

  private static Errand errand(String id, Page page, Target target) {
    Escalation escalation =
        Escalation.begun(
            id + MARKER, page, EscalationPolicy.standard("site-a").at(page.level()), NOW);
    return new Errand(escalation, new Attempt(MARKER + "-attempt", target, Status.queued(NOW)));
  }

  private static Page page(Level level, @Nullable String siteId, String label) {
    return new Page(
        MARKER + "-alert",
        770077,
        770078,
        level,
        MARKER + "-patient",
        siteId,
        MARKER + "-receipt",
        false,
        label,
        ZoneId.of("Europe/London"),
        NOW,
        MARKER + "-reason",
        770079,
        MARKER + "-staff");
  }

  private static Target target(ChannelKind channel, Flag flag, @Nullable String language) {
    return new Target(
        1,
        1,
        MARKER + "-nurse",
        channel,
        "+441",
        flag,
        MARKER + "-why",
        NOW,
        NOW.plusSeconds(60),
        language,
        MARKER + "-supplier");
  }
}
