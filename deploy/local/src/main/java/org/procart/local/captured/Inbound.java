package org.procart.local.captured;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** Takes short messages: kept first, answered then, a receipt as the phone's mode says. */
final class Inbound implements ServerMessageReceiverListener {

  private static final Duration MOMENT = Duration.ofMillis(300);
  private static final int INTERNATIONAL = 1;

  /** registered_delivery, SMPP 3.4 section 5.2.17. */
  private static final int RECEIPT_MASK = 0x03;

  private static final int ALWAYS = 1;
  private static final int ON_FAILURE = 2;
  private static final int ON_SUCCESS = 3;

  /** What all suppliers have in common: the phones are the same. */
  record Shared(Messages messages, Phones phones, Captured.Slowness slow, Clock clock) {}

  private final String supplier;
  private final Shared shared;
  private final Outbound outbound;
  private final Supplier<SupplierMode> supplierMode;
  private final Fragments fragments = new Fragments();

  Inbound(String supplier, Shared shared, Outbound outbound, Supplier<SupplierMode> supplierMode) {
    this.supplier = supplier;
    this.shared = shared;
    this.outbound = outbound;
    this.supplierMode = supplierMode;
  }

  @Override
  public SubmitSmResult onAcceptSubmitSm(SubmitSm submit, SMPPServerSession source)
      throws ProcessRequestException {
    SupplierMode current = supplierMode.get();
    if (current == SupplierMode.REFUSE) {
      throw new ProcessRequestException("too many", SMPPConstant.STAT_ESME_RTHROTTLED);
    }
    String to = number(submit.getDestAddrTon(), submit.getDestAddress());
    String from = submit.getSourceAddr();
    String id = UUID.randomUUID().toString();
    Instant now = shared.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    PhoneMode mode = shared.phones().mode(to);
    fragments
        .add(from, to, Fragment.of(submit))
        .filter(_ -> mode.rings())
        .ifPresent(text -> keep(id, from, to, text, now));
    if (wantsReceipt(submit, mode)) {
      Receipt receipt = new Receipt(id, to, from, mode.rings(), now, now);
      outbound.send(receipt, delay(current, mode));
    }
    return answer(id);
  }

  private void keep(String id, String from, String to, String text, Instant now) {
    shared
        .messages()
        .add(
            new ReceivedMessage(
                ReceivedMessage.SMS, to, from, "", text, now.toString(), id, supplier));
  }

  private Duration delay(SupplierMode current, PhoneMode mode) {
    if (current == SupplierMode.SLOW) {
      return shared.slow().supplier();
    }
    return mode == PhoneMode.SLOW ? shared.slow().phone() : MOMENT;
  }

  private static boolean wantsReceipt(SubmitSm submit, PhoneMode mode) {
    int wanted = submit.getRegisteredDelivery() & RECEIPT_MASK;
    return switch (mode) {
      case SILENT -> false;
      case UNDELIVERABLE -> wanted == ALWAYS || wanted == ON_FAILURE;
      case DELIVER, SLOW -> wanted == ALWAYS || wanted == ON_SUCCESS;
    };
  }

  private static String number(byte type, String address) {
    return type == INTERNATIONAL && !address.startsWith("+") ? "+" + address : address;
  }

  private static SubmitSmResult answer(String id) throws ProcessRequestException {
    try {
      return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
    } catch (PDUStringException e) {
      throw new ProcessRequestException("message id", SMPPConstant.STAT_ESME_RSYSERR, e);
    }
  }

  @Override
  public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti command, SMPPServerSession source)
      throws ProcessRequestException {
    throw notOffered();
  }

  @Override
  public QuerySmResult onAcceptQuerySm(QuerySm command, SMPPServerSession source)
      throws ProcessRequestException {
    throw notOffered();
  }

  @Override
  public void onAcceptReplaceSm(ReplaceSm command, SMPPServerSession source)
      throws ProcessRequestException {
    throw notOffered();
  }

  @Override
  public void onAcceptCancelSm(CancelSm command, SMPPServerSession source)
      throws ProcessRequestException {
    throw notOffered();
  }

  @Override
  public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm command, SMPPServerSession source)
      throws ProcessRequestException {
    throw notOffered();
  }

  @Override
  public void onAcceptCancelBroadcastSm(CancelBroadcastSm command, SMPPServerSession source)
      throws ProcessRequestException {
    throw notOffered();
  }

  @Override
  public QueryBroadcastSmResult onAcceptQueryBroadcastSm(
      QueryBroadcastSm command, SMPPServerSession source) throws ProcessRequestException {
    throw notOffered();
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm command, Session source)
      throws ProcessRequestException {
    throw notOffered();
  }

  private static ProcessRequestException notOffered() {
    return new ProcessRequestException("not offered", SMPPConstant.STAT_ESME_RINVCMDID);
  }
}
