package org.procart.notification.parts;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.MessageId;
import org.procart.notification.channel.GsmText;

/** An SMS supplier on a free port, with phones that do as they are told. */
public final class Phones implements ServerMessageReceiverListener, AutoCloseable {

  /** How a phone behaves. */
  public enum Mode {
    DELIVER,
    UNDELIVERABLE,
    SILENT,
    /** The supplier does not answer the submission at all. */
    REFUSE,
    /** The supplier is asked too often. */
    THROTTLED,
    /** The supplier takes it and the line goes dead before its answer; the next one arrives. */
    HANG_UP_ONCE,
    /** The receipt overtakes the answer to the submission. */
    HASTY
  }

  /** What a phone received. */
  public record Sms(String to, String text, String id, Instant at) {}

  private static final long TELL_AGAIN_MILLIS = 300;

  private final int port;
  private final List<Sms> received = new CopyOnWriteArrayList<>();
  private final Map<String, Mode> modes = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
  private final ExecutorService work = Executors.newCachedThreadPool();
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
  private volatile SMPPServerSessionListener server;
  private volatile boolean stopped;

  public Phones() {
    this(freePort());
  }

  public Phones(int port) {
    this.port = port;
    start();
  }

  public int port() {
    return port;
  }

  /** Switches the supplier on again after {@link #stop}. */
  public void start() {
    stopped = false;
    try {
      server = new SMPPServerSessionListener(port);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    SMPPServerSessionListener open = server;
    work.execute(() -> acceptSessions(open));
  }

  public void stop() {
    stopped = true;
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    sessions.forEach(SMPPServerSession::close);
    sessions.clear();
  }

  public void mode(String number, Mode mode) {
    modes.put(digits(number), mode);
  }

  public void allDeliver() {
    modes.clear();
  }

  public List<Sms> at(String number) {
    return received.stream().filter(sms -> sms.to().equals(digits(number))).toList();
  }

  public List<Sms> all() {
    return List.copyOf(received);
  }

  /** Sends from a phone to us. */
  public void reply(String from, String text) {
    deliver(from, text.getBytes(StandardCharsets.US_ASCII), new ESMClass());
  }

  /** Sends from a phone to us what the phone cut in parts; in the wrong order, as happens. */
  public void replyInParts(String from, String... parts) {
    for (int i = parts.length; i > 0; i--) {
      byte[] text = parts[i - 1].getBytes(StandardCharsets.US_ASCII);
      byte[] whole =
          Arrays.copyOf(new byte[] {5, 0, 3, 77, (byte) parts.length, (byte) i}, 6 + text.length);
      System.arraycopy(text, 0, whole, 6, text.length);
      deliver(
          from,
          whole,
          new ESMClass(
              org.jsmpp.bean.MessageMode.DEFAULT,
              MessageType.DEFAULT,
              org.jsmpp.bean.GSMSpecificFeature.UDHI));
    }
  }

  private void acceptSessions(SMPPServerSessionListener open) {
    while (true) {
      try {
        SMPPServerSession session = open.accept();
        session.setMessageReceiverListener(this);
        session.waitForBind(5_000).accept("phones", InterfaceVersion.IF_34);
        sessions.add(session);
        // A line that came up while the supplier was being stopped must not stay.
        if (stopped || open != server) {
          session.close();
        }
      } catch (IOException e) {
        return;
      } catch (TimeoutException | org.jsmpp.PDUStringException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public SubmitSmResult onAcceptSubmitSm(SubmitSm sms, SMPPServerSession source)
      throws ProcessRequestException {
    Mode mode = modes.getOrDefault(sms.getDestAddress(), Mode.DELIVER);
    if (mode == Mode.REFUSE) {
      throw new ProcessRequestException("no such number", SMPPConstant.STAT_ESME_RINVDSTADR);
    }
    if (mode == Mode.THROTTLED) {
      throw new ProcessRequestException("too often", SMPPConstant.STAT_ESME_RTHROTTLED);
    }
    String id = "m" + ids.incrementAndGet();
    String text = GsmText.decode(sms.getShortMessage());
    received.add(new Sms(sms.getDestAddress(), text, id, Instant.now()));
    switch (mode) {
      case DELIVER -> receiptSoon(id, sms.getDestAddress(), DeliveryReceiptState.DELIVRD);
      case UNDELIVERABLE -> receiptSoon(id, sms.getDestAddress(), DeliveryReceiptState.UNDELIV);
      case HASTY -> receipt(id, sms.getDestAddress(), DeliveryReceiptState.DELIVRD);
      case HANG_UP_ONCE -> {
        modes.remove(sms.getDestAddress());
        source.close();
      }
      case SILENT, REFUSE, THROTTLED -> {}
    }
    return new SubmitSmResult(messageId(id), new org.jsmpp.bean.OptionalParameter[0]);
  }

  private static MessageId messageId(String id) {
    try {
      return new MessageId(id);
    } catch (org.jsmpp.PDUStringException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Until it is taken: who answers "try again" is told again. */
  private void receiptSoon(String id, String from, DeliveryReceiptState state) {
    work.execute(
        () -> {
          try {
            receipt(id, from, state);
          } catch (IllegalStateException e) {
            if (!later.isShutdown()) {
              later.schedule(
                  () -> receiptSoon(id, from, state), TELL_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            }
          }
        });
  }

  private void receipt(String id, String from, DeliveryReceiptState state) {
    int delivered = state == DeliveryReceiptState.DELIVRD ? 1 : 0;
    DeliveryReceipt receipt =
        new DeliveryReceipt(id, 1, delivered, new Date(), new Date(), state, "000", "");
    deliver(
        from,
        receipt.toString().getBytes(StandardCharsets.US_ASCII),
        new ESMClass(
            org.jsmpp.bean.MessageMode.DEFAULT,
            MessageType.SMSC_DEL_RECEIPT,
            org.jsmpp.bean.GSMSpecificFeature.DEFAULT));
  }

  private void deliver(String from, byte[] text, ESMClass kind) {
    try {
      sessions
          .getLast()
          .deliverShortMessage(
              "",
              TypeOfNumber.INTERNATIONAL,
              NumberingPlanIndicator.ISDN,
              digits(from),
              TypeOfNumber.UNKNOWN,
              NumberingPlanIndicator.UNKNOWN,
              "60777",
              kind,
              (byte) 0,
              (byte) 0,
              new RegisteredDelivery(0),
              DataCodings.ZERO,
              text);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String digits(String number) {
    return number.replaceAll("\\D", "");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    stop();
    later.shutdownNow();
    work.shutdownNow();
  }

  @Override
  public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti sms, SMPPServerSession source)
      throws ProcessRequestException {
    throw unused();
  }

  @Override
  public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source)
      throws ProcessRequestException {
    throw unused();
  }

  @Override
  public void onAcceptReplaceSm(ReplaceSm sms, SMPPServerSession source)
      throws ProcessRequestException {
    throw unused();
  }

  @Override
  public void onAcceptCancelSm(CancelSm sms, SMPPServerSession source)
      throws ProcessRequestException {
    throw unused();
  }

  @Override
  public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm sms, SMPPServerSession source)
      throws ProcessRequestException {
    throw unused();
  }

  @Override
  public void onAcceptCancelBroadcastSm(CancelBroadcastSm sms, SMPPServerSession source)
      throws ProcessRequestException {
    throw unused();
  }

  @Override
  public QueryBroadcastSmResult onAcceptQueryBroadcastSm(
      QueryBroadcastSm sms, SMPPServerSession source) throws ProcessRequestException {
    throw unused();
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm sms, Session source) throws ProcessRequestException {
    throw unused();
  }

  private static ProcessRequestException unused() {
    return new ProcessRequestException("not used", SMPPConstant.STAT_ESME_RINVCMDID);
  }
}
