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
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps one session bound to the supplier: looks after it, and binds again with growing pauses. */
@Component
class SmppLink implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(SmppLink.class);
  private static final Duration BIND_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(8);
  private static final Duration ENQUIRE_EVERY = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  private final SmppSettings settings;
  private final SmppReceiver receiver;
  private final Semaphore changed = new Semaphore(0);
  private volatile boolean running;
  private volatile @Nullable SMPPSession session;

  SmppLink(SmppSettings settings, SmppReceiver receiver) {
    this.settings = settings;
    this.receiver = receiver;
  }

  /** The session when it can send; empty while it cannot. */
  Optional<SMPPSession> session() {
    return Optional.ofNullable(session).filter(SmppLink::bound);
  }

  @Override
  public void start() {
    running = true;
    var _ = Thread.ofPlatform().daemon().name("smpp-link").start(this::keepBound);
  }

  @Override
  public void stop() {
    running = false;
    changed.release();
    session().ifPresent(SMPPSession::unbindAndClose);
  }

  /** Before the listeners that make pages, and gone after them. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public boolean isRunning() {
    return running;
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
    SMPPSession fresh = new SMPPSession();
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
          .addKeyValue("host", settings.host())
          .addKeyValue("fault", e.getClass().getName())
          .log("The SMS supplier cannot be reached; trying again");
      return false;
    }
  }

  private void use(SMPPSession fresh) {
    session = fresh;
    LOG.atInfo().addKeyValue("host", settings.host()).log("Bound to the SMS supplier");
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
