package org.procart.local.mongo;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rewrites thinly used parts of the file while the store runs, so that their room can be reused.
 */
final class Compaction implements AutoCloseable {

  /** How long a reader may still need a part that nobody refers to any more. */
  static final Duration RETENTION = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
  private static final int WANTED_FILL_PERCENT = 60;
  private static final int BYTES_AT_ONCE = 1 << 20;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("store-compaction").factory());
  private final MVStore file;
  private final GroupCommit commits;

  private Compaction(MVStore file, GroupCommit commits) {
    this.file = file;
    this.commits = commits;
  }

  static Compaction start(MVStore file, GroupCommit commits, Duration pause) {
    Compaction compaction = new Compaction(file, commits);
    long millis = pause.toMillis();
    var _ =
        compaction.clock.scheduleWithFixedDelay(
            compaction::compact, millis, millis, TimeUnit.MILLISECONDS);
    return compaction;
  }

  private void compact() {
    try {
      commits.alone(this::round);
    } catch (MVStoreException e) {
      LOG.atWarn().setCause(e).log("the store file could not be compacted this time");
    }
  }

  private void round() {
    if (file.compact(WANTED_FILL_PERCENT, BYTES_AT_ONCE)) {
      file.commit();
    }
  }

  @Override
  public void close() {
    clock.close();
  }
}
