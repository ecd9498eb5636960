package org.procart.local.captured;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * As a process of its own: {@code CapturedMain DIR HTTP_PORT SMTP_PORT SMPP_PORT SMPP_PORT_TWO}.
 */
public final class CapturedMain {

  private static final Logger LOG = LoggerFactory.getLogger(CapturedMain.class);
  private static final String SLOW_SECONDS = "procart.captured.slow-seconds";
  private static final int DEFAULT_SLOW_SECONDS = 30;
  private static final String SLOW_SUPPLIER_SECONDS = "procart.captured.slow-supplier-seconds";
  private static final int DEFAULT_SLOW_SUPPLIER_SECONDS = 180;

  private CapturedMain() {}

  public static void main(String[] args) throws IOException {
    Captured.Listening ports =
        new Captured.Listening(number(args[1]), number(args[2]), number(args[3]), number(args[4]));
    Captured.Slowness slow =
        new Captured.Slowness(
            seconds(SLOW_SECONDS, DEFAULT_SLOW_SECONDS),
            seconds(SLOW_SUPPLIER_SECONDS, DEFAULT_SLOW_SUPPLIER_SECONDS));
    Captured captured = Captured.start(Path.of(args[0]), ports, slow, Clock.systemUTC());
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> close(captured)));
    LOG.atInfo().addKeyValue("ports", ports).log("phones and mailboxes ready");
  }

  private static Duration seconds(String property, int usual) {
    return Duration.ofSeconds(Integer.getInteger(property, usual));
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }

  private static void close(Captured captured) {
    try {
      captured.close();
    } catch (IOException e) {
      LOG.atWarn().setCause(e).log("not closed cleanly");
    }
  }
}
