package org.procart.local.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Set;
import org.h2.mvstore.MVStore;

/** The store of the library, made as honest as the real one: on disk before it answers. */
final class DurableBackend extends H2Backend {

  private static final Set<String> LOOKING =
      Set.of(
          "aggregate",
          "buildInfo",
          "collStats",
          "connectionStatus",
          "count",
          "dbStats",
          "distinct",
          "endSessions",
          "find",
          "getMore",
          "getParameter",
          "hello",
          "isMaster",
          "ismaster",
          "killCursors",
          "listCollections",
          "listDatabases",
          "listIndexes",
          "ping",
          "serverStatus");

  private final GroupCommit commits;

  DurableBackend(MVStore store, GroupCommit commits) {
    super(store);
    this.commits = commits;
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new NarrowingDatabase(name, getMvStore(), getCursorRegistry());
  }

  @Override
  public Document handleMessage(MongoMessage message) {
    String command = message.getDocument().keySet().iterator().next();
    return LOOKING.contains(command)
        ? commits.look(() -> super.handleMessage(message))
        : commits.change(() -> super.handleMessage(message));
  }
}
