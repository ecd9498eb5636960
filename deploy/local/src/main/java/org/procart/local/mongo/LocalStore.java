package org.procart.local.mongo;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A document store on loopback that speaks the MongoDB protocol and keeps its data in one file. */
public final class LocalStore implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalStore.class);

  /** Connections that can wait for a commit at the same time, and so share it. */
  private static final int WORKERS = 32;

  private static final int CACHE_MEGABYTES = 32;

  /** Small pages: a commit writes every page that was touched as a whole. */
  private static final int PAGE_BYTES = 4096;

  private final MongoServer server;
  private final Compaction compaction;

  private LocalStore(MongoServer server, Compaction compaction) {
    this.server = server;
    this.compaction = compaction;
  }

  /**
   * Starts it; {@code broken} is called when a commit failed, since nothing can be promised then.
   */
  public static LocalStore start(Path directory, int port, Runnable broken) throws IOException {
    Files.createDirectories(directory);
    MVStore file =
        new MVStore.Builder()
            .fileName(directory.resolve("store.mv").toString())
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .cacheSize(CACHE_MEGABYTES)
            .pageSplitSize(PAGE_BYTES)
            .open();
    file.setRetentionTime((int) Compaction.RETENTION.toMillis());
    GroupCommit commits = new GroupCommit(() -> commit(file, broken));
    DurableBackend backend = new DurableBackend(file, commits);
    MongoServer server = new MongoServer(backend);
    server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 1, WORKERS);
    return new LocalStore(server, Compaction.start(file, commits, Duration.ofSeconds(1)));
  }

  private static void commit(MVStore file, Runnable broken) {
    try {
      file.commit();
      if (file.isClosed()) {
        throw new IllegalStateException("the store file is closed");
      }
    } catch (MVStoreException | IllegalStateException e) {
      LOG.atError().setCause(e).log("the store cannot write to its file and stops");
      broken.run();
      throw e;
    }
  }

  @Override
  public void close() {
    compaction.close();
    server.shutdownNow();
  }
}
