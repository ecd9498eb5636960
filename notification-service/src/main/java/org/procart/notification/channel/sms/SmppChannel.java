package org.procart.notification.channel.sms;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.Delivery;
import org.procart.notification.channel.GsmText;
import org.procart.notification.channel.Message;
import org.procart.notification.channel.MessageChannel;
import org.springframework.stereotype.Component;

/** SMS by SMPP, each with a delivery receipt asked for. */
@Component
class SmppChannel implements MessageChannel {

  /** The supplier is busy or ill, the message is not at fault. */
  private static final Set<Integer> TRY_LATER =
      Set.of(
          SMPPConstant.STAT_ESME_RTHROTTLED,
          SMPPConstant.STAT_ESME_RMSGQFUL,
          SMPPConstant.STAT_ESME_RSYSERR,
          SMPPConstant.STAT_ESME_RINVBNDSTS,
          SMPPConstant.STAT_ESME_RSUBMITFAIL,
          SMPPConstant.STAT_ESME_RUNKNOWNERR);

  private final SmppLink link;
  private final SmppSettings settings;

  SmppChannel(SmppLink link, SmppSettings settings) {
    this.link = link;
    this.settings = settings;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.SMS;
  }

  @Override
  public Delivery send(Message message) {
    Optional<SMPPSession> session = link.session();
    if (session.isEmpty()) {
      return new Delivery.RetryLater("SUPPLIER_AWAY");
    }
    try {
      return new Delivery.Sent(submit(session.get(), message), "smpp");
    } catch (NegativeResponseException e) {
      return refused(e.getCommandStatus());
    } catch (PDUException e) {
      return new Delivery.Rejected("NOT_SENDABLE");
    } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
      return new Delivery.Unclear("NO_ANSWER");
    }
  }

  private String submit(SMPPSession session, Message message)
      throws PDUException,
          ResponseTimeoutException,
          InvalidResponseException,
          NegativeResponseException,
          IOException {
    return session
        .submitShortMessage(
            "",
            TypeOfNumber.UNKNOWN,
            NumberingPlanIndicator.UNKNOWN,
            settings.shortNumber(),
            TypeOfNumber.INTERNATIONAL,
            NumberingPlanIndicator.ISDN,
            message.address().replaceAll("\\D", ""),
            new ESMClass(),
            (byte) 0,
            (byte) 1,
            null,
            null,
            new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
            (byte) 0,
            DataCodings.ZERO,
            (byte) 0,
            GsmText.encode(message.text()))
        .getMessageId();
  }

  private static Delivery refused(int status) {
    String reason = "SMPP_%08X".formatted(status);
    return TRY_LATER.contains(status)
        ? new Delivery.RetryLater(reason)
        : new Delivery.Rejected(reason);
  }
}
