package org.procart.notification.channel.sms;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one session bound to the supplier: looks after it, and binds again with growing pauses. */
final class SmppLink {

  private static final Logger LOG = LoggerFactory.getLogger(SmppLink.class);
  private static final Duration BIND_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(7);
  private static final Duration ENQUIRE_EVERY = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  private final SupplierSettings settings;
  private final MessageReceiverListener receiver;
  private final Semaphore changed = new Semaphore(0);
  private volatile boolean running;
  private volatile @Nullable SMPPSession session;

  SmppLink(SupplierSettings settings, MessageReceiverListener receiver) {
    this.settings = settings;
    this.receiver = receiver;
  }

  /** The session when it can send; empty while it cannot. */
  Optional<SMPPSession> session() {
    return Optional.ofNullable(session).filter(SmppLink::bound);
  }

  void start() {
    running = true;
    var _ = Thread.ofPlatform().daemon().name("smpp-" + settings.name()).start(this::keepBound);
  }

  void stop() {
    running = false;
    changed.release();
    session().ifPresent(SMPPSession::unbindAndClose);
  }

  private void keepBound() {
    Duration pause = FIRST_PAUSE;
    while (running) {
      boolean bound = session().isPresent() || bind();
      pause = bound ? FIRST_PAUSE : longer(pause);
      await(bound ? ENQUIRE_EVERY : pause);
    }
  }

  private boolean bind() {
    SMPPSession fresh = new SMPPSession(new SmppConnections(settings.tls()));
    fresh.setEnquireLinkTimer((int) ENQUIRE_EVERY.toMillis());
    fresh.setTransactionTimer(ANSWER_TIMEOUT.toMillis());
    fresh.setMessageReceiverListener(receiver);
    try {
      fresh.connectAndBind(
          settings.host(), settings.port(), bindParameter(), BIND_TIMEOUT.toMillis());
      fresh.addSessionStateListener((now, before, source) -> changed.release());
      use(fresh);
      return true;
    } catch (IOException | RuntimeException e) {
      fresh.close();
      LOG.atWarn()
          .addKeyValue("supplier", settings.name())
          .addKeyValue("fault", e.getClass().getName())
          .log("The SMS supplier cannot be reached; trying again");
      return false;
    }
  }

  private void use(SMPPSession fresh) {
    session = fresh;
    LOG.atInfo().addKeyValue("supplier", settings.name()).log("Bound to the SMS supplier");
    if (!running) {
      fresh.unbindAndClose();
    }
  }

  private BindParameter bindParameter() {
    return new BindParameter(
        BindType.BIND_TRX,
        settings.systemId(),
        settings.password(),
        "",
        TypeOfNumber.UNKNOWN,
        NumberingPlanIndicator.UNKNOWN,
        null);
  }

  private void await(Duration pause) {
    try {
      if (changed.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        changed.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  private static boolean bound(SMPPSession session) {
    return session.getSessionState().isTransmittable();
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }
}
