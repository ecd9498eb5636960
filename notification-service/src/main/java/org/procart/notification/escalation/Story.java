package org.procart.notification.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an escalation has come to, one line for each person and channel, as people tell it. */
public final class Story {

  private final Escalation escalation;

  public Story(Escalation escalation) {
    this.escalation = escalation;
  }

  /** For example "nurse-2 by sms: delivered, 4 s" and "acknowledged by nurse-2, 38 s". */
  public List<String> lines() {
    Stream<String> attempts = escalation.attempts().stream().map(this::line);
    Stream<String> answers = escalation.acknowledgements().stream().map(this::line);
    return Stream.of(attempts, answers, Stream.ofNullable(waits())).flatMap(each -> each).toList();
  }

  private String line(Attempt attempt) {
    Target target = attempt.target();
    String who = target.recipientId() + " by " + target.channel().code();
    String repeated = attempt.status().possiblyRepeated() ? ", possibly a repeat" : "";
    return who + ": " + became(attempt) + repeated;
  }

  private static String became(Attempt attempt) {
    Status status = attempt.status();
    Trace trace = status.trace();
    Instant from = attempt.target().queuedAt();
    return switch (attempt.state()) {
      case DELIVERED -> "delivered" + after(from, trace.deliveredAt());
      case SENT -> "sent, no receipt yet" + after(from, trace.sentAt());
      case SENDING -> "being handed over";
      case QUEUED -> "waits" + because(status.reason());
      case FAILED -> "not delivered" + because(status.reason()) + after(from, trace.endedAt());
      case EXPIRED -> "never left" + because(status.reason()) + after(from, trace.endedAt());
      case SKIPPED -> "not needed" + because(status.reason());
    };
  }

  private String line(Acknowledgement answer) {
    String recorded = answer.recordedBy() == null ? "" : ", recorded by " + answer.recordedBy();
    return "acknowledged by "
        + answer.by()
        + " by "
        + answer.route()
        + recorded
        + after(escalation.page().soundedAt(), answer.at());
  }

  private @Nullable String waits() {
    WaitsFor why = escalation.progress().waitsFor();
    Instant until = escalation.progress().nextStepAt();
    return why == null || until == null
        ? null
        : "next step at " + until + ", waits for " + words(why.name());
  }

  private static String because(@Nullable String reason) {
    return reason == null ? "" : " (" + words(reason) + ")";
  }

  private static String after(Instant from, @Nullable Instant to) {
    return to == null ? "" : ", " + Math.max(0, Duration.between(from, to).toSeconds()) + " s";
  }

  private static String words(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
