package org.procart.local.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.procart.local.command.Arguments;
import org.procart.local.command.CommandException;
import org.procart.local.part.Part;

/** What was asked of deploy/up. */
record UpOptions(
    Path data,
    boolean fresh,
    boolean demo,
    boolean once,
    boolean detach,
    int portOffset,
    Optional<Path> instruments,
    Set<Part> parts,
    Optional<Part> restart) {

  static final String HELP =
      """
      Starts the whole platform on this machine.

      usage: deploy/up [options]

        --demo            afterwards enrol a made-up patient, send one report and show what came of it
        --demo --once     the same, then stop everything; 0 only if alert, SMS and e-mail came within 60 s
        --detach          return after READY; stop with deploy/down
        --data DIR        where everything is kept (default: deploy/.data)
        --fresh           empty that folder first
        --port-offset N   add N to every port
        --instruments DIR your own questionnaires and scoring definitions (default: instruments
                          in the data folder), read when intake and scoring start
        --only a,b        start only these parts
        --without a,b     start all but these parts
        --restart PART    start one part of a running platform again
        --help            this text

      parts: %s
      PROCART_BUILD=no in the environment starts what was built last, without looking for changes.
      exit: 0 stopped cleanly (or READY with --detach); 1 something did not start;
            2 a port is taken, the disk is full, no JDK 25, or an option is wrong
      """
          .formatted(Part.names());

  static UpOptions parse(String[] arguments, Path defaultData) throws CommandException {
    Arguments given = new Arguments(arguments);
    UpOptions options =
        new UpOptions(
            absolute(given.value("--data").map(Path::of).orElse(defaultData)),
            given.flag("--fresh"),
            given.flag("--demo"),
            given.flag("--once"),
            given.flag("--detach"),
            given.number("--port-offset").orElse(0),
            instruments(given),
            parts(given),
            restart(given));
    given.refuseOthers();
    return options;
  }

  private static Optional<Path> instruments(Arguments given) throws CommandException {
    Optional<Path> folder = given.value("--instruments").map(Path::of).map(UpOptions::absolute);
    if (folder.isPresent() && !Files.isDirectory(folder.get())) {
      throw new CommandException(
          CommandException.MACHINE,
          "There is no folder " + folder.get() + ": --instruments needs one that exists.");
    }
    return folder;
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static Set<Part> parts(Arguments given) throws CommandException {
    EnumSet<Part> parts = EnumSet.allOf(Part.class);
    Optional<String> only = given.value("--only");
    if (only.isPresent()) {
      parts = named(only.get());
    }
    Optional<String> without = given.value("--without");
    if (without.isPresent()) {
      parts.removeAll(named(without.get()));
    }
    return parts;
  }

  private static Optional<Part> restart(Arguments given) throws CommandException {
    Optional<String> name = given.value("--restart");
    return name.isPresent() ? Optional.of(part(name.get())) : Optional.empty();
  }

  private static EnumSet<Part> named(String list) throws CommandException {
    EnumSet<Part> parts = EnumSet.noneOf(Part.class);
    for (String name : list.split(",")) {
      parts.add(part(name));
    }
    return parts;
  }

  private static Part part(String name) throws CommandException {
    Optional<Part> part = Part.named(name);
    if (part.isEmpty()) {
      throw new CommandException(
          CommandException.MACHINE,
          "There is no part '" + name + "'; the parts are " + Part.names() + ".");
    }
    return part.get();
  }
}
