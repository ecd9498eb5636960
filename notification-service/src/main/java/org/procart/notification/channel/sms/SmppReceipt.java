package org.procart.notification.channel.sms;

import java.util.Set;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.jspecify.annotations.Nullable;

/** A delivery receipt: in text form, or in the optional parameters, which count more. */
record SmppReceipt(@Nullable String messageId, @Nullable DeliveryReceiptState state) {

  private static final Set<DeliveryReceiptState> ON_THE_WAY =
      Set.of(
          DeliveryReceiptState.ENROUTE, DeliveryReceiptState.ACCEPTD, DeliveryReceiptState.UNKNOWN);

  static SmppReceipt of(DeliverSm message) throws InvalidDeliveryReceiptException {
    OptionalParameter.Receipted_message_id id =
        message.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
    OptionalParameter.Message_state state =
        message.getOptionalParameter(OptionalParameter.Message_state.class);
    if (id != null && state != null) {
      return new SmppReceipt(
          id.getValueAsString(), DeliveryReceiptState.valueOf(state.getValue() - 1));
    }
    DeliveryReceipt text = message.getShortMessageAsDeliveryReceipt();
    return new SmppReceipt(text.getId(), text.getFinalStatus());
  }

  /** Whether it is the last word; "on its way" is none. */
  boolean last() {
    return messageId != null && state != null && !ON_THE_WAY.contains(state);
  }

  /**
   * What a phone lacks and what a route lacks look the same here; only a refusal is the supplier's.
   */
  Fate toFate() {
    String reason = String.valueOf(state);
    return switch (state) {
      case DELIVRD -> Fate.delivered(reason);
      case REJECTD -> Fate.notDelivered(reason);
      case null, default -> Fate.phoneNotReached(reason);
    };
  }
}
