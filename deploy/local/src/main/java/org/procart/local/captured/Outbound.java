package org.procart.local.captured;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands receipts and replies to a bound client; keeps them while nobody is bound. */
final class Outbound implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Outbound.class);
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(
          2, Thread.ofPlatform().daemon().name("sms-outbound-", 0).factory());
  private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();

  void bound(SMPPServerSession session) {
    sessions.addFirst(session);
  }

  void unbound(SMPPServerSession session) {
    sessions.remove(session);
  }

  void send(Delivery delivery, Duration after) {
    var _ = clock.schedule(() -> attempt(delivery), after.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void attempt(Delivery delivery) {
    boolean taken = sessions.stream().anyMatch(session -> handOver(session, delivery));
    if (!taken) {
      send(delivery, AGAIN);
    }
  }

  private static boolean handOver(SMPPServerSession session, Delivery delivery) {
    if (!session.getSessionState().isReceivable()) {
      return false;
    }
    try {
      session.deliverShortMessage(
          "",
          TypeOfNumber.INTERNATIONAL,
          NumberingPlanIndicator.ISDN,
          delivery.from(),
          TypeOfNumber.UNKNOWN,
          NumberingPlanIndicator.ISDN,
          delivery.to(),
          delivery.esmClass(),
          (byte) 0,
          (byte) 0,
          new RegisteredDelivery(0),
          new GeneralDataCoding(delivery.alphabet()),
          delivery.octets(),
          delivery.parameters());
      return true;
    } catch (PDUException
        | ResponseTimeoutException
        | InvalidResponseException
        | NegativeResponseException
        | IOException e) {
      LOG.atInfo().addKeyValue("error", e.getClass().getSimpleName()).log("client did not take it");
      return false;
    }
  }

  /** As when a line breaks: nobody is told. What waits here waits on. */
  void cut() {
    sessions.forEach(SMPPServerSession::close);
    sessions.clear();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    cut();
  }
}
