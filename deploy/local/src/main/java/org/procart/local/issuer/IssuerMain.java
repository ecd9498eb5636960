package org.procart.local.issuer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The issuer as a process of its own: {@code IssuerMain DIR PORT}. */
public final class IssuerMain {

  private static final Logger LOG = LoggerFactory.getLogger(IssuerMain.class);

  private IssuerMain() {}

  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(args[1]);
    IssuerServer server = IssuerServer.start(Path.of(args[0]), port, Clock.systemUTC());
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
    LOG.atInfo().addKeyValue("port", port).log("issuer ready");
  }
}
