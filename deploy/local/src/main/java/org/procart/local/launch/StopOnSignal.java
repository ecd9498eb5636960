package org.procart.local.launch;

import java.io.IOException;
import org.procart.local.command.CommandException;
import org.procart.local.command.Screen;

/** The answer to Ctrl-C: every child is stopped in order, and that is a clean end. */
final class StopOnSignal {

  private final Platform platform;
  private final Screen screen;
  private final Thread hook = Thread.ofPlatform().unstarted(this::stop);

  StopOnSignal(Platform platform, Screen screen) {
    this.platform = platform;
    this.screen = screen;
  }

  void watch() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  void withdraw() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It is at work already and ends the process itself.
      Thread.onSpinWait();
    }
  }

  private void stop() {
    try {
      screen.line("");
      screen.line("Stopping…");
      platform.stopAll();
      screen.line("Stopped.");
      Runtime.getRuntime().halt(0);
    } catch (IOException | InterruptedException e) {
      screen.complain("Not everything could be stopped: " + e.getMessage());
      Runtime.getRuntime().halt(CommandException.OTHER);
    }
  }
}
