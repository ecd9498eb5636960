package org.procart.local.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** What the person at the terminal reads. */
public final class Screen {

  private final PrintStream out;
  private final PrintStream err;

  public Screen() {
    out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
  }

  public synchronized void line(String text) {
    out.println(text);
  }

  public synchronized void complain(String text) {
    err.println(text);
  }

  public void ready(String what, Duration took) {
    line(String.format(Locale.ROOT, "  %-16s ready after %4.1f s", what, took.toMillis() / 1000.0));
  }
}
