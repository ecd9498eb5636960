package org.procart.notification.policy;

import java.util.List;
import org.procart.notification.channel.ChannelKind;

/**
 * One step of a policy.
 *
 * @param channels used at once; others follow when these fail
 * @param waitSeconds how long it waits for an acknowledgement before the next step
 */
public record PolicyStep(Who who, List<ChannelKind> channels, int waitSeconds) {

  public PolicyStep {
    channels = List.copyOf(channels);
  }
}
