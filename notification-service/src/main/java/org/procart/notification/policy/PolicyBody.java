package org.procart.notification.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.oncall.Addresses;
import org.procart.notification.request.Faults;

/** A policy as it is put; what it leaves out is as in the standard policy. */
record PolicyBody(@Nullable Desk desk, @Nullable Map<String, LevelBody> levels) {

  private static final int LONGEST_SECONDS = 7 * 24 * 3_600;
  private static final int SHORTEST_ROUND_SECONDS = 10;

  record LevelBody(
      @Nullable List<StepBody> steps,
      @Nullable Integer roundSeconds,
      @Nullable Integer receiptSeconds,
      @Nullable QuietBody quietHours,
      @Nullable Integer overdueSeconds) {}

  /** Equal times: no quiet hours. */
  record QuietBody(
      @Nullable String from, @Nullable String to, @Nullable List<Integer> exceptDays) {}

  record StepBody(
      @Nullable WhoBody who, @Nullable List<String> channels, @Nullable Integer waitSeconds) {}

  record WhoBody(
      @Nullable String kind,
      @Nullable String role,
      @Nullable Integer layer,
      @Nullable String staffId) {}

  EscalationPolicy toPolicy(String siteId) {
    Faults faults = new Faults();
    String id = faults.id("/siteId", siteId);
    Map<String, LevelBody> given = levels == null ? Map.of() : levels;
    given.keySet().stream()
        .filter(level -> !level.equals("RED") && !level.equals("AMBER"))
        .forEach(
            level -> faults.add("/levels/" + level, "unknown-level", "Levels are RED and AMBER."));
    if (desk != null) {
      boolean reachable = desk.sms() != null || desk.email() != null;
      faults.check(reachable, "/desk", "missing", "Give the desk a number or a mailbox.");
      checkDesk("sms", desk.sms(), faults);
      checkDesk("email", desk.email(), faults);
    }
    EscalationPolicy standard = EscalationPolicy.standard(id);
    LevelPolicy red = level(given.get("RED"), standard.red(), "/levels/RED", faults);
    LevelPolicy amber = level(given.get("AMBER"), standard.amber(), "/levels/AMBER", faults);
    faults.throwIfAny();
    return new EscalationPolicy(id, desk, red, amber);
  }

  private static void checkDesk(String channel, @Nullable String address, Faults faults) {
    if (address != null) {
      Addresses.check(channel, address, "/desk", faults);
    }
  }

  private static LevelPolicy level(
      @Nullable LevelBody body, LevelPolicy standard, String at, Faults faults) {
    if (body == null) {
      return standard;
    }
    int round = Objects.requireNonNullElse(body.roundSeconds(), standard.roundSeconds());
    int receipt = Objects.requireNonNullElse(body.receiptSeconds(), standard.receiptSeconds());
    check(round, SHORTEST_ROUND_SECONDS, at + "/roundSeconds", faults);
    check(receipt, 1, at + "/receiptSeconds", faults);
    List<StepBody> given = Faults.list(body.steps());
    List<PolicyStep> steps = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      steps.add(step(given.get(i), at + "/steps/" + i, faults));
    }
    return new LevelPolicy(
        body.steps() == null ? standard.steps() : steps,
        round,
        receipt,
        quiet(body.quietHours(), standard, at + "/quietHours", faults),
        overdue(body.overdueSeconds(), standard, at + "/overdueSeconds", faults));
  }

  private static @Nullable QuietHours quiet(
      @Nullable QuietBody body, LevelPolicy standard, String at, Faults faults) {
    QuietHours usual = standard.quiet();
    if (body == null) {
      return usual;
    }
    if (usual == null) {
      faults.add(at, "never-quiet", "A RED is never quiet. Leave the quiet hours out.");
      return null;
    }
    List<Integer> days = Faults.list(body.exceptDays());
    faults.check(
        days.isEmpty() || (days.size() == 2 && days.getFirst() <= days.getLast()),
        at + "/exceptDays",
        "bad-days",
        "Give the first and the last day after infusion, for example [0, 30].");
    boolean both = days.size() == 2;
    return new QuietHours(
        Faults.time(body.from(), usual.from(), at + "/from", faults),
        Faults.time(body.to(), usual.to(), at + "/to", faults),
        both ? days.getFirst() : usual.exceptFromDay(),
        both ? days.getLast() : usual.exceptToDay());
  }

  private static @Nullable Integer overdue(
      @Nullable Integer seconds, LevelPolicy standard, String at, Faults faults) {
    if (seconds == null) {
      return standard.overdueSeconds();
    }
    check(seconds, SHORTEST_ROUND_SECONDS, at, faults);
    return seconds;
  }

  private static PolicyStep step(StepBody step, String at, Faults faults) {
    int wait = Objects.requireNonNullElse(step.waitSeconds(), 0);
    check(wait, 0, at + "/waitSeconds", faults);
    WhoBody who = step.who();
    if (who == null) {
      faults.add(at + "/who", "missing", "Say whom the step calls.");
      return new PolicyStep(Who.desk(), List.of(), wait);
    }
    return new PolicyStep(
        who(who, at + "/who", faults), channels(step.channels(), at + "/channels", faults), wait);
  }

  private static Who who(WhoBody who, String at, Faults faults) {
    return switch (Objects.requireNonNullElse(who.kind(), "")) {
      case "ROLE" -> {
        int layer = Objects.requireNonNullElse(who.layer(), 1);
        faults.check(layer >= 1, at + "/layer", "out-of-range", "Layers count from 1.");
        yield Who.role(faults.id(at + "/role", who.role()), layer);
      }
      case "PERSON" -> Who.person(faults.id(at + "/staffId", who.staffId()));
      case "DESK" -> Who.desk();
      default -> {
        faults.add(at + "/kind", "unknown-kind", "Say ROLE, PERSON or DESK.");
        yield Who.desk();
      }
    };
  }

  private static List<ChannelKind> channels(
      @Nullable List<String> names, String at, Faults faults) {
    if (names == null) {
      return List.of(ChannelKind.values());
    }
    List<ChannelKind> channels = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      switch (names.get(i).toLowerCase(Locale.ROOT)) {
        case "sms" -> channels.add(ChannelKind.SMS);
        case "email" -> channels.add(ChannelKind.EMAIL);
        default -> faults.add(at + "/" + i, "unknown-channel", "Say sms or email.");
      }
    }
    return channels;
  }

  private static void check(int seconds, int least, String at, Faults faults) {
    faults.check(
        seconds >= least && seconds <= LONGEST_SECONDS,
        at,
        "out-of-range",
        "Give " + least + " to " + LONGEST_SECONDS + " seconds.");
  }
}
