package org.procart.local.launch;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.procart.local.command.Screen;
import org.procart.local.part.Part;

/** In the foreground: tells when a part ends by itself, and ends when everything was stopped. */
final class Watch {

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Platform platform;
  private final Screen screen;

  Watch(Platform platform, Screen screen) {
    this.platform = platform;
    this.screen = screen;
  }

  void untilStopped() throws IOException, InterruptedException {
    Set<Part> known = platform.running().keySet();
    while (!platform.stoppingHere()) {
      Thread.sleep(PAUSE);
      if (platform.stoppedElsewhere()) {
        break;
      }
      Set<Part> now = platform.running().keySet();
      if (!platform.stoppingHere() && !platform.stoppedElsewhere()) {
        tell(known, now);
      }
      known = now;
    }
    if (!platform.stoppingHere()) {
      screen.line("Everything was stopped by deploy/down.");
    }
  }

  private void tell(Set<Part> before, Set<Part> now) {
    for (Part part : before) {
      if (!now.contains(part)) {
        screen.line(
            part.label()
                + " ended by itself; see "
                + platform.log(part)
                + "; start it again with: deploy/up --restart "
                + part.label());
      }
    }
    for (Part part : now) {
      if (!before.contains(part)) {
        screen.line(part.label() + " runs again.");
      }
    }
  }
}
