package org.procart.notification.escalation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.Delivery;
import org.procart.notification.channel.ReceiptListener.Receipt;
import org.procart.notification.oncall.ContactPoint;
import org.procart.notification.policy.EscalationPolicy;
import org.procart.notification.policy.Level;
import org.procart.notification.policy.LevelPolicy;
import org.procart.notification.policy.PlatformDesk;
import org.procart.notification.policy.Who;

/** A ward with one alert: time passes, phones ring or do not, people answer. */
final class Ward implements Cover {

  static final Instant START = Instant.parse("2026-11-20T03:10:00Z");

  private final Map<String, Recipient> people = new java.util.HashMap<>();
  private final Map<Integer, List<String>> layers = new java.util.HashMap<>();
  final List<Change> told = new ArrayList<>();
  final List<Concern> concerns = new ArrayList<>();
  final List<Attempt> claims = new ArrayList<>();
  private LevelPolicy policy;
  private Escalation escalation;
  private final Instant start;
  private Instant now;
  Instant wakeAt;
  private int suppliers = 1;

  private Ward(Level level, String soundingReason) {
    this(level, soundingReason, START, null, null);
  }

  private Ward(Level level, String soundingReason, Instant start, Integer day, String takenBy) {
    this.start = start;
    now = start;
    wakeAt = start;
    policy = EscalationPolicy.standard("site-a").at(level);
    Page page =
        new Page(
            "alert-1",
            1,
            1,
            level,
            "patient-1",
            "site-a",
            null,
            false,
            "Site A",
            ZoneId.of("Europe/London"),
            start,
            soundingReason,
            day,
            takenBy);
    escalation = Escalation.begun("0123456789abcdef0123", page, policy, start);
    on(1, person("nurse-1", "+441", "nurse-1@a"));
    on(2, person("nurse-2", "+442", "nurse-2@a"));
    desk("desk:site-a", "+443");
    desk(PlatformDesk.ID, "+449");
  }

  static Ward red() {
    return new Ward(Level.RED, "RAISED");
  }

  static Ward amber() {
    return new Ward(Level.AMBER, "RAISED");
  }

  static Ward red(String soundingReason) {
    return new Ward(Level.RED, soundingReason);
  }

  /** Somebody took it and did nothing. */
  static Ward idle(String takenBy) {
    return new Ward(Level.RED, Page.IDLE, START, null, takenBy);
  }

  /** In London's winter, where local time is UTC. */
  static Ward amberOnDay(int day, String startsAt) {
    return new Ward(Level.AMBER, "RAISED", Instant.parse(startsAt), day, null);
  }

  static Ward redOnDay(int day, String startsAt) {
    return new Ward(Level.RED, "RAISED", Instant.parse(startsAt), day, null);
  }

  Ward withoutDeskOfItsOwn() {
    people.remove("desk:site-a");
    return this;
  }

  Ward suppliers(int number) {
    suppliers = number;
    return this;
  }

  /** The person does not want to be called for an AMBER before that. */
  Ward quietUntil(String id, int seconds) {
    people.computeIfPresent(
        id,
        (same, known) ->
            new Recipient(id, false, known.contacts(), null, start.plusSeconds(seconds)));
    return this;
  }

  Ward on(int layer, String... staffIds) {
    layers.put(layer, List.of(staffIds));
    return this;
  }

  String person(String id, String phone, String... more) {
    List<ContactPoint> contacts = new ArrayList<>();
    if (!phone.isEmpty()) {
      contacts.add(new ContactPoint(ChannelKind.SMS, phone, true, false));
    }
    for (String address : more) {
      ChannelKind kind = address.contains("@") ? ChannelKind.EMAIL : ChannelKind.SMS;
      contacts.add(new ContactPoint(kind, address, true, false));
    }
    people.put(id, Recipient.of(id, false, contacts));
    return id;
  }

  private void desk(String id, String phone) {
    ContactPoint contact = new ContactPoint(ChannelKind.SMS, phone, true, false);
    people.put(id, Recipient.of(id, true, List.of(contact)));
  }

  Ward at(int seconds) {
    now = start.plusSeconds(seconds);
    return advance();
  }

  /** Lets time pass as the sweep does: from one waking to the next. */
  Ward until(int seconds) {
    Instant end = start.plusSeconds(seconds);
    while (wakeAt != null && !wakeAt.isAfter(end)) {
      now = wakeAt.isBefore(now) ? now : wakeAt;
      advance();
    }
    now = end;
    return this;
  }

  private Ward advance() {
    Turn turn = new Turn(escalation, now);
    new Advance(turn, this).run();
    keep(turn);
    turn.claims.forEach(claim -> onClaim(claim));
    return this;
  }

  private Delivery answer = new Delivery.Sent("m", "smpp");
  private Receipt receipt;
  private boolean dead;

  /** Suppliers take everything; phones say that they got it. */
  Ward phonesDeliver() {
    receipt = new Receipt(true, "DELIVRD");
    return this;
  }

  Ward phonesFail() {
    receipt = new Receipt(false, "UNDELIV");
    return this;
  }

  Ward phonesAreSilent() {
    receipt = null;
    return this;
  }

  Ward suppliersSay(Delivery delivery) {
    answer = delivery;
    return this;
  }

  /** Claims are made and nothing comes back: the instance was killed. */
  Ward instanceDies() {
    dead = true;
    return this;
  }

  Ward instanceLives() {
    dead = false;
    return this;
  }

  private void onClaim(Attempt claim) {
    claims.add(claim);
    if (!dead) {
      handOver(claim, answer);
    }
  }

  void handOver(Attempt claim, Delivery delivery) {
    Turn turn = new Turn(escalation, now);
    Outcomes.handedOver(turn, current(claim), delivery, 1);
    keep(turn);
    boolean answered = receipt != null && delivery instanceof Delivery.Sent;
    if (answered && claim.target().channel() == ChannelKind.SMS) {
      receipt(claim, receipt);
    } else {
      advance();
    }
  }

  void receipt(Attempt claim, Receipt said) {
    Turn turn = new Turn(escalation, now);
    Outcomes.receipt(turn, current(claim), said);
    keep(turn);
    advance();
  }

  Ward acknowledge(String by, String causeId) {
    Turn turn = new Turn(escalation, now);
    Answers.acknowledge(turn, Acknowledgement.of(by, "link", now, causeId));
    keep(turn);
    return advance();
  }

  Ward decline(String by) {
    Turn turn = new Turn(escalation, now);
    Answers.decline(turn, by);
    keep(turn);
    return advance();
  }

  Ward end(String reason) {
    Turn turn = new Turn(escalation, now);
    Answers.end(turn, reason);
    keep(turn);
    return advance();
  }

  private Attempt current(Attempt claim) {
    return escalation.attempt(claim.id()).orElseThrow();
  }

  private void keep(Turn turn) {
    escalation = turn.after();
    wakeAt = turn.wakeAt;
    told.addAll(turn.changes);
    concerns.addAll(turn.concerns);
  }

  Escalation escalation() {
    return escalation;
  }

  Attempt last(String recipientId) {
    return escalation.attempts().stream()
        .filter(attempt -> attempt.target().recipientId().equals(recipientId))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /** Who was paged and how many seconds after the start, in order. */
  List<String> paged() {
    return escalation.attempts().stream()
        .map(Attempt::target)
        .map(
            target ->
                Duration.between(start, target.queuedAt()).toSeconds() + " " + target.recipientId())
        .distinct()
        .toList();
  }

  long nextStepAfterSeconds() {
    return Duration.between(start, escalation.progress().nextStepAt()).toSeconds();
  }

  Ward policy(LevelPolicy other) {
    policy = other;
    return this;
  }

  @Override
  public int smsSuppliers() {
    return suppliers;
  }

  @Override
  public LevelPolicy policy() {
    return policy;
  }

  @Override
  public List<Recipient> recipients(Who who) {
    return switch (who.kind()) {
      case ROLE -> layers.getOrDefault(who.layer(), List.of()).stream().map(people::get).toList();
      case PERSON -> List.of(people.get(who.staffId()));
      case DESK -> List.of(people.getOrDefault("desk:site-a", people.get(PlatformDesk.ID)));
    };
  }

  @Override
  public Optional<Recipient> recipient(String recipientId) {
    return Optional.ofNullable(people.get(recipientId));
  }

  @Override
  public Optional<Recipient> lastResort() {
    return Optional.of(people.get(PlatformDesk.ID));
  }
}
