package org.procart.notification.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.ChannelKind;

/**
 * How alerts of one level escalate. The last step is always a desk.
 *
 * @param roundSeconds from the start of one round to the start of the next
 * @param receiptSeconds how long an SMS may go without a delivery receipt before the next contact
 *     point or the next step is tried
 * @param quiet hours in which nobody is called; null: there are none, as for every RED
 * @param overdueSeconds after which the desk is told that nobody has answered, whatever the step
 *     and the hour; null: never, because the steps reach it sooner
 */
public record LevelPolicy(
    List<PolicyStep> steps,
    int roundSeconds,
    int receiptSeconds,
    @Nullable QuietHours quiet,
    @Nullable Integer overdueSeconds) {

  private static final List<ChannelKind> BOTH = List.of(ChannelKind.SMS, ChannelKind.EMAIL);
  private static final PolicyStep DESK = new PolicyStep(Who.desk(), BOTH, 0);

  public LevelPolicy {
    steps = endingAtDesk(steps);
  }

  /** Proposal, to be signed off by each site: 5 min, desk at 15 min, rounds of 15 min. */
  static final LevelPolicy RED =
      new LevelPolicy(List.of(nurse(1, 300), nurse(2, 600), DESK), 900, 60, null, null);

  /** Proposal: one message, 60 min, desk at 8 h, from the beginning after 12 h; quiet nights. */
  static final LevelPolicy AMBER =
      new LevelPolicy(
          List.of(quietly(1, 3_600), quietly(2, 25_200), DESK),
          43_200,
          900,
          QuietHours.STANDARD,
          28_800);

  private static PolicyStep nurse(int layer, int waitSeconds) {
    return new PolicyStep(Who.role("nurse", layer), BOTH, waitSeconds);
  }

  /** E-mail follows where the SMS does not arrive. */
  private static PolicyStep quietly(int layer, int waitSeconds) {
    return new PolicyStep(Who.role("nurse", layer), List.of(ChannelKind.SMS), waitSeconds);
  }

  private static List<PolicyStep> endingAtDesk(List<PolicyStep> steps) {
    List<PolicyStep> all = new ArrayList<>(steps);
    if (all.isEmpty() || all.getLast().who().kind() != Who.Kind.DESK) {
      all.add(DESK);
    }
    return List.copyOf(all);
  }
}
