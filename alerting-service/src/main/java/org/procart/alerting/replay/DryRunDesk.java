package org.procart.alerting.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.procart.chassis.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** One run at a time, beside everything else; what came of it is kept. */
final class DryRunDesk {

  private static final Logger LOG = LoggerFactory.getLogger(DryRunDesk.class);
  private static final Duration TELLS_EVERY = Duration.ofSeconds(1);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);
  private static final String STOPPED = "The service was stopped. Ask again.";
  private static final String BROKE_OFF =
      "The run broke off. Ask again; if it breaks off again, call the operator.";

  private final DryRun dryRun;
  private final DryRunStore store;
  private final DryRunProperties properties;
  private final Clock clock;
  private final ExecutorService thread;
  private final AtomicBoolean busy = new AtomicBoolean();

  DryRunDesk(
      DryRun dryRun,
      DryRunStore store,
      DryRunProperties properties,
      Clock clock,
      ExecutorService thread) {
    this.dryRun = dryRun;
    this.store = store;
    this.properties = properties;
    this.clock = clock;
    this.thread = thread;
  }

  /** Begins a run, waits for its end as long as it may, and tells how it stands then. */
  DryRunDocument begin(DryRunOrder order, Duration patience) {
    if (!busy.compareAndSet(false, true)) {
      throw new ProblemException(
          HttpStatus.CONFLICT,
          "dry-run-running",
          "Another dry-run runs in this instance. Ask again when it has ended.");
    }
    String id = UUID.randomUUID().toString();
    await(start(id, order), patience);
    return find(id).orElseThrow(() -> ProblemException.notFound("dry-run"));
  }

  Optional<DryRunDocument> find(String id) {
    return store.find(id).map(run -> run.seenAt(clock.instant(), properties.silentAfter()));
  }

  void stop() throws InterruptedException {
    thread.shutdownNow();
    boolean _ = thread.awaitTermination(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS);
  }

  private Future<?> start(String id, DryRunOrder order) {
    try {
      store.begin(DryRunDocument.begun(id, order, clock.instant(), properties.kept()));
      return thread.submit(() -> work(id, order));
    } catch (RuntimeException e) {
      busy.set(false);
      throw e;
    }
  }

  private void work(String id, DryRunOrder order) {
    try {
      DryRunReport report = dryRun.run(order, new Told(id));
      store.end(id, DryRunState.DONE, clock.instant(), null, report);
    } catch (RuntimeException e) {
      fail(id, e);
    } finally {
      busy.set(false);
    }
  }

  private void fail(String id, RuntimeException fault) {
    // The flag is taken down, or the store could not be told.
    boolean stopped = Thread.interrupted();
    LOG.atWarn()
        .addKeyValue("runId", id)
        .addKeyValue("exception", fault.getClass().getName())
        .log("Dry-run broke off");
    store.end(id, DryRunState.FAILED, clock.instant(), stopped ? STOPPED : BROKE_OFF, null);
  }

  private static void await(Future<?> end, Duration patience) {
    try {
      end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // How it stands is in the store.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells the store now and then; that is the run's heartbeat too. */
  private final class Told implements DryRun.Progress {

    private final String id;
    private Instant last = Instant.MIN;

    private Told(String id) {
      this.id = id;
    }

    @Override
    public void at(int done, int total) {
      Instant now = clock.instant();
      if (done == total || !now.isBefore(last.plus(TELLS_EVERY))) {
        store.progress(id, done, total, now);
        last = now;
      }
    }
  }
}
