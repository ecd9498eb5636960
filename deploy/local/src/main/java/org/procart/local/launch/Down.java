package org.procart.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.procart.local.command.Arguments;
import org.procart.local.command.CommandException;
import org.procart.local.command.Repository;
import org.procart.local.command.Screen;

/** deploy/down. */
public final class Down {

  private static final String HELP =
      """
      Stops everything that was started on a data folder, and nothing else.

      usage: deploy/down [--data DIR]     (default: deploy/.data)

      exit: 0 stopped (or nothing ran); 1 with the reason
      """;

  private Down() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments, new Screen()));
  }

  private static int run(String[] arguments, Screen screen) {
    if (Arrays.asList(arguments).contains("--help")) {
      screen.line(HELP.stripTrailing());
      return 0;
    }
    try {
      Arguments given = new Arguments(arguments);
      Path data =
          given.value("--data").map(Path::of).orElse(Repository.defaultData()).toAbsolutePath();
      given.refuseOthers();
      return stop(data.normalize(), screen);
    } catch (CommandException e) {
      screen.complain(String.valueOf(e.getMessage()));
      return CommandException.OTHER;
    } catch (IOException e) {
      screen.complain("It could not be stopped: " + e.getMessage());
      return CommandException.OTHER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CommandException.OTHER;
    }
  }

  private static int stop(Path data, Screen screen)
      throws IOException, InterruptedException, CommandException {
    if (!Files.exists(data)) {
      screen.line("There is no " + data + ": nothing runs there.");
      return 0;
    }
    try (DataDirectory directory = DataDirectory.open(data)) {
      RunFile.Run run = new RunFile(data).read();
      Platform platform =
          new Platform(Repository.root(), data, run.portOffset(), run.instrumentsOr(data));
      int stopped = directory.ours() ? platform.stopAll() : 0;
      screen.line(stopped == 0 ? "Nothing of " + data + " ran." : stopped + " parts stopped.");
      return 0;
    }
  }
}
