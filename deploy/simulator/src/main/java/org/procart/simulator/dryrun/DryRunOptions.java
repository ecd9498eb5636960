package org.procart.simulator.dryrun;

import java.nio.file.Path;
import java.util.Optional;
import org.procart.local.command.Arguments;
import org.procart.local.command.CommandException;
import org.procart.local.command.Repository;

/**
 * What was asked of deploy/dry-run.
 *
 * @param ruleSet a file, or the id of a set
 * @param days how many days back; empty: the service's default, or since the simulation began
 */
record DryRunOptions(
    String ruleSet,
    Optional<String> version,
    Optional<Path> truth,
    Optional<String> site,
    Optional<Integer> days,
    Optional<Integer> episodeHours,
    boolean json,
    Path data) {

  static final String HELP =
      """
      Tries a version of a rule set on the reports that a running platform has already, beside the
      version in force, and shows which alerts would come and go. Nobody is alerted.

      usage: deploy/dry-run --rule-set FILE|ID [options]

        --rule-set FILE|ID  a rule set's file (*.yml), which becomes a draft of the version that it
                            names; or the id of a set that the platform knows
        --version V         the version; needed with an ID, read from a FILE
        --truth FILE        the truth file of a simulation (deploy/simulate): what really was, and
                            when each report was sent in simulated time
        --site ID           only reports of this site (default: the set's site; for the default
                            set every site without a set of its own)
        --days N            only the last N days, up to 400 (default: 90; with --truth since the
                            day before the simulation's first day)
        --episode-hours N   an alert ends N hours after its last ring (default: 24)
        --json              print the report as it came, without table and progress
        --data DIR          the data folder of the platform (default: deploy/.data)
        --help              this text

      What is counted, and how: docs/dry-run.md.
      exit: 0 the report was printed; 1 refused, or nothing answers; 2 wrong arguments
      """;

  private static final int MOST_DAYS = 400;

  static DryRunOptions parse(String[] arguments) throws CommandException {
    Arguments given = new Arguments(arguments);
    Optional<String> ruleSet = given.value("--rule-set");
    DryRunOptions options =
        new DryRunOptions(
            ruleSet.orElse(""),
            given.value("--version"),
            given.value("--truth").map(Path::of),
            given.value("--site"),
            given.number("--days"),
            given.number("--episode-hours"),
            given.flag("--json"),
            given.value("--data").map(Path::of).orElse(Repository.defaultData()).toAbsolutePath());
    given.refuseOthers();
    if (ruleSet.isEmpty()) {
      throw wrong("--rule-set is missing; see --help.");
    }
    int days = options.days().orElse(1);
    if (days < 1 || days > MOST_DAYS) {
      throw wrong("--days takes 1 to " + MOST_DAYS + ", not " + days + ".");
    }
    return options;
  }

  static CommandException wrong(String text) {
    return new CommandException(CommandException.MACHINE, text);
  }
}
