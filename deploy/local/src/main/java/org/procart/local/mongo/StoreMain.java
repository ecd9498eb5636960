package org.procart.local.mongo;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store as a process of its own: {@code StoreMain DIR PORT}. */
public final class StoreMain {

  private static final Logger LOG = LoggerFactory.getLogger(StoreMain.class);
  private static final int CANNOT_WRITE = 3;

  private StoreMain() {}

  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(args[1]);
    // No answer at all is the only honest one when the disk takes nothing more.
    LocalStore store =
        LocalStore.start(Path.of(args[0]), port, () -> Runtime.getRuntime().halt(CANNOT_WRITE));
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(store::close));
    LOG.atInfo().addKeyValue("port", port).log("store ready");
  }
}
