package org.procart.notification.escalation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.policy.Level;
import org.springframework.stereotype.Component;

/** Counts attempts, and times how long it takes until somebody is told and until one answers. */
@Component
class PagingMetrics {

  private static final String ATTEMPTS = "procart.notification.attempts";

  private final MeterRegistry meters;

  PagingMetrics(MeterRegistry meters) {
    this.meters = meters;
    for (ChannelKind channel : ChannelKind.values()) {
      for (AttemptState state : AttemptState.values()) {
        meters.counter(ATTEMPTS, "channel", channel.code(), "state", name(state));
      }
    }
    for (Level level : Level.values()) {
      var _ = timer("procart.notification.time.to.notify", level, "none");
      var _ = timer("procart.notification.time.to.acknowledge", level, "none");
    }
  }

  void count(Turn turn) {
    for (Change change : turn.changes) {
      Attempt attempt = change.attempt();
      if (attempt != null) {
        meters
            .counter(
                ATTEMPTS,
                "channel",
                attempt.target().channel().code(),
                "state",
                name(attempt.state()))
            .increment();
      }
    }
    if (!sent(turn.before) && sent(turn.after())) {
      time("procart.notification.time.to.notify", turn);
    }
    if (turn.before.acknowledgements().isEmpty() && !turn.acknowledgements.isEmpty()) {
      time("procart.notification.time.to.acknowledge", turn);
    }
  }

  private void time(String name, Turn turn) {
    Page page = turn.before.page();
    if (!page.synthetic()) {
      String site = page.siteId() == null ? "none" : page.siteId();
      // By two clocks, and a timer takes no negative time.
      Duration took = Duration.between(page.soundedAt(), turn.now);
      timer(name, page.level(), site).record(took.isNegative() ? Duration.ZERO : took);
    }
  }

  private Timer timer(String name, Level level, String site) {
    return meters.timer(name, "level", level.name(), "site", site);
  }

  private static boolean sent(Escalation escalation) {
    return escalation.attempts().stream().anyMatch(each -> each.status().sentAt() != null);
  }

  private static String name(AttemptState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
