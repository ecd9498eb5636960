package org.procart.notification.channel.sms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.procart.notification.channel.Delivery;
import org.procart.notification.channel.Message;

/** SMS by SMPP 3.4, each with a delivery receipt asked for. */
final class SmppSupplier implements SmsSupplier {

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
  private final SupplierSettings settings;

  SmppSupplier(SmppLink link, SupplierSettings settings) {
    this.link = link;
    this.settings = settings;
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public Availability availability() {
    return link.session().isPresent() ? Availability.READY : Availability.AWAY;
  }

  @Override
  public boolean resting() {
    return availability() != Availability.READY;
  }

  @Override
  public Delivery send(Message message) {
    Optional<SMPPSession> session = link.session();
    if (session.isEmpty()) {
      return new Delivery.RetryLater("SUPPLIER_AWAY");
    }
    List<String> ids = new ArrayList<>();
    Delivery delivery = submit(session.get(), message, ids);
    // With a part on its way nobody can say that the supplier has nothing of it.
    return ids.isEmpty() || delivery instanceof Delivery.Sent
        ? delivery
        : new Delivery.Unclear("PARTLY_TAKEN");
  }

  private Delivery submit(SMPPSession session, Message message, List<String> ids) {
    try {
      for (SmppPart part : SmppPart.of(message.text(), settings.longMessages())) {
        ids.add(submit(session, message.address(), part));
      }
      return new Delivery.Sent(String.join(" ", ids), name());
    } catch (NegativeResponseException e) {
      return refused(e.getCommandStatus());
    } catch (PDUException e) {
      return new Delivery.Rejected("NOT_SENDABLE");
    } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
      return new Delivery.Unclear("NO_ANSWER");
    }
  }

  private String submit(SMPPSession session, String address, SmppPart part)
      throws PDUException,
          ResponseTimeoutException,
          InvalidResponseException,
          NegativeResponseException,
          IOException {
    OptionalParameter[] payload =
        part.inPayload()
            ? new OptionalParameter[] {new OptionalParameter.Message_payload(part.octets())}
            : new OptionalParameter[0];
    GSMSpecificFeature header =
        part.withHeader() ? GSMSpecificFeature.UDHI : GSMSpecificFeature.DEFAULT;
    return session
        .submitShortMessage(
            "",
            TypeOfNumber.UNKNOWN,
            NumberingPlanIndicator.UNKNOWN,
            settings.shortNumber(),
            TypeOfNumber.INTERNATIONAL,
            NumberingPlanIndicator.ISDN,
            address.replaceAll("\\D", ""),
            new ESMClass(MessageMode.DEFAULT, MessageType.DEFAULT, header),
            (byte) 0,
            (byte) 1,
            null,
            null,
            new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
            (byte) 0,
            new GeneralDataCoding(part.alphabet()),
            (byte) 0,
            part.inPayload() ? new byte[0] : part.octets(),
            payload)
        .getMessageId();
  }

  private static Delivery refused(int status) {
    String reason = "SMPP_%08X".formatted(status);
    return TRY_LATER.contains(status)
        ? new Delivery.RetryLater(reason)
        : new Delivery.Rejected(reason);
  }
}
