package org.procart.local.demo;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.procart.local.command.CommandException;
import org.procart.local.events.EventSearch;
import org.procart.local.issuer.Role;
import org.procart.local.issuer.TokenClient;
import org.procart.local.issuer.TokenOrder;
import org.procart.local.process.Http;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One patient, one report, and all that comes of it, as a person wants to read it. */
public final class Demo {

  private static final String SITE = "site-a";
  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final Duration IN_TIME = Duration.ofSeconds(60);
  private static final DateTimeFormatter NAME_TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Conversation talk;
  private final TokenClient tokens;
  private final Story story;
  private final Clock clock;

  public Demo(DemoAddresses addresses, TokenClient tokens, Story story, Clock clock) {
    this.talk = new Conversation(addresses, clock);
    this.tokens = tokens;
    this.story = story;
    this.clock = clock;
  }

  /** True when the alert, the SMS and the e-mail came in time and the nurse could acknowledge. */
  public boolean run() throws IOException, InterruptedException, CommandException {
    String patient = "demo-" + NAME_TIME.format(now());
    enrol(patient);
    Instant sent = clock.instant();
    Instant deadline = sent.plus(IN_TIME);
    String receipt = report(patient);
    boolean scored = showScores(receipt, deadline);
    String nurse = tokens.mint(TokenOrder.staff(Role.CLINICIAN, "nurse-a1", List.of(SITE)));
    Optional<JsonNode> alert = talk.await(deadline, () -> alertOf(patient, nurse));
    alert.ifPresentOrElse(
        found -> story.alert(found, since(sent)), () -> story.missing("No alert was raised"));
    Optional<Page> page = talk.await(deadline, () -> Page.in(talk.messages(sent)));
    Optional<JsonNode> mail = talk.await(deadline, () -> Page.mail(talk.messages(sent)));
    page.ifPresentOrElse(
        found -> story.sms(found, since(sent)), () -> story.missing("No SMS was received"));
    mail.ifPresentOrElse(
        found -> story.mail(found, since(sent)), () -> story.missing("No e-mail was received"));
    return scored
        && mail.isPresent()
        && alert.isPresent()
        && page.isPresent()
        && acknowledge(page.get(), alert.get(), nurse);
  }

  private void enrol(String patient) throws IOException {
    String admin = tokens.mint(TokenOrder.staff(Role.SITE_ADMIN, "admin-a", List.of(SITE)));
    String body = DemoReport.enrolment(now());
    talk.send("PUT", intake("/patients/" + patient), body, admin, "application/json");
    story.enrolled(patient);
  }

  private String report(String patient) throws IOException {
    String token = tokens.mint(TokenOrder.patient(patient));
    Http.Answer answer =
        talk.send(
            "POST",
            intake("/fhir/QuestionnaireResponse"),
            DemoReport.of(patient, now()),
            token,
            "application/fhir+json");
    JsonNode body = JsonMapper.shared().readTree(answer.body());
    String receipt = answer.header("Receipt");
    story.received(answer.status(), receipt, body.path("advice"));
    return receipt;
  }

  private boolean showScores(String receipt, Instant deadline) throws CommandException {
    EventSearch search =
        new EventSearch(
            talk.addresses().kafkaBootstrap(), talk.addresses().schemaRegistryApi(), clock);
    Optional<JsonNode> score =
        search.first(
            "pro.score.v1",
            value -> value.path("correlationId").asString("").equals(receipt),
            deadline);
    score.ifPresentOrElse(story::scores, () -> story.missing("The report was not scored"));
    return score.isPresent();
  }

  private Optional<JsonNode> alertOf(String patient, String token) throws IOException {
    String url = talk.addresses().alerting() + "/alerts?siteId=" + SITE + "&patientId=" + patient;
    return talk.get(url, token).path("items").valueStream().findFirst();
  }

  private boolean acknowledge(Page page, JsonNode alert, String token)
      throws IOException, InterruptedException {
    String url = talk.addresses().alerting() + "/alerts/" + alert.path("alertId").asString("");
    int status = talk.open(page.link());
    story.opened(page.link(), status, talk.get(url, token).path("state").asString(""));
    Instant replied = clock.instant();
    talk.replyFromPhone(page.phone(), "ack " + page.code());
    story.replied(page);
    Instant deadline = replied.plus(IN_TIME);
    talk.await(deadline, () -> Page.answer(talk.messages(replied), page.phone()))
        .ifPresent(story::answered);
    Optional<JsonNode> taken =
        talk.await(
            deadline,
            () ->
                Optional.of(talk.get(url, token))
                    .filter(now -> now.path("state").asString("").equals("ACKNOWLEDGED")));
    taken.ifPresentOrElse(story::acknowledged, () -> story.missing("Nobody acknowledged"));
    return taken.isPresent();
  }

  private String intake(String path) {
    return talk.addresses().intake() + path;
  }

  private ZonedDateTime now() {
    return clock.instant().atZone(ZONE);
  }

  private Duration since(Instant begun) {
    return Duration.between(begun, clock.instant());
  }
}
