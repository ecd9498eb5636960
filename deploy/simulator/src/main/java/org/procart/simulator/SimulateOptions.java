package org.procart.simulator;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.procart.local.command.Arguments;
import org.procart.local.command.CommandException;
import org.procart.local.command.Repository;
import org.procart.local.sites.FirstSites;

/**
 * What was asked of deploy/simulate.
 *
 * @param rate reports a second; empty: as fast as they are answered
 * @param startDay the day of infusion; empty: so that day {@code days} is today
 */
record SimulateOptions(
    int patients,
    int days,
    Optional<Double> rate,
    long seed,
    Optional<LocalDate> startDay,
    List<String> sites,
    Optional<Path> out,
    Path data) {

  static final String HELP =
      """
      Enrols synthetic patients on a running platform, sends their reports through the real HTTP
      interface and writes down the truth behind them.

      usage: deploy/simulate --patients N --days D [options]

        --patients N     how many patients, up to 5000
        --days D         how many days of each, up to 400: day 0 (infusion) to day D-1
        --rate R         at most R reports a second, for example 0.1 (default: as fast as they are
                         answered, eight at a time)
        --seed S         a whole number; the same seed draws the same patients and reports
                         (default: a new one, which is shown)
        --start-day DAY  the day of infusion, YYYY-MM-DD (default: D days ago, so that the last
                         report is of yesterday)
        --site ID        where the patients live (may be repeated, in turn; default: %s)
        --out FILE       the truth, one JSON object a line
                         (default: simulations/SEED-TIME.jsonl in the data folder)
        --data DIR       the data folder of the platform (default: deploy/.data)
        --help           this text

      Reports carry the simulated time of the past; the platform lists what was observed more than
      72 hours before it came, but pages nobody for it. The forms are the daily home check (days 0
      to 30) and the weekly PRO-CTCAE (days 0, 7, … 84, then every 30 days from day 120). Some are
      missing, late, out of order or sent twice. 429 and 503 are waited out and the same report is
      sent again; Ctrl-C stops, and the truth is complete for what was sent. The same command again
      (with the same --seed and --start-day) sends the same reports, which the platform knows.

      exit: 0 all was taken; 1 something was refused, or nothing answered any more; 2 wrong
      arguments; 130 after Ctrl-C. What is drawn from which clinical table: docs/simulator.md.
      """
          .formatted(String.join(", ", FirstSites.IDS));

  private static final int MOST_PATIENTS = 5_000;
  private static final int MOST_DAYS = 400;

  static SimulateOptions parse(String[] arguments, long newSeed) throws CommandException {
    Arguments given = new Arguments(arguments);
    int patients = within(given.number("--patients"), "--patients", MOST_PATIENTS);
    int days = within(given.number("--days"), "--days", MOST_DAYS);
    Optional<Double> rate = rate(given.value("--rate"));
    long seed = seed(given.value("--seed"), newSeed);
    Optional<LocalDate> startDay = day(given.value("--start-day"));
    List<String> sites = given.values("--site");
    Optional<Path> out = given.value("--out").map(Path::of).map(Path::toAbsolutePath);
    Path data = given.value("--data").map(Path::of).orElse(Repository.defaultData());
    given.refuseOthers();
    return new SimulateOptions(
        patients,
        days,
        rate,
        seed,
        startDay,
        sites.isEmpty() ? FirstSites.IDS : List.copyOf(sites),
        out,
        data.toAbsolutePath());
  }

  private static int within(Optional<Integer> given, String name, int most)
      throws CommandException {
    int value = given.orElseThrow(() -> wrong(name + " is missing; see --help."));
    if (value < 1 || value > most) {
      throw wrong(name + " takes 1 to " + most + ", not " + value + ".");
    }
    return value;
  }

  private static Optional<Double> rate(Optional<String> given) throws CommandException {
    if (given.isEmpty()) {
      return Optional.empty();
    }
    try {
      double rate = Double.parseDouble(given.get());
      if (rate > 0 && Double.isFinite(rate)) {
        return Optional.of(rate);
      }
    } catch (NumberFormatException e) {
      // Told below, with what was given.
    }
    throw wrong("--rate needs a number above 0 (reports a second), not '" + given.get() + "'.");
  }

  private static long seed(Optional<String> given, long otherwise) throws CommandException {
    try {
      long seed = given.map(Long::parseLong).orElse(otherwise);
      if (seed >= 0) {
        return seed;
      }
    } catch (NumberFormatException e) {
      // Told below, with what was given.
    }
    throw wrong("--seed needs a whole number from 0 on, not '" + given.orElse("") + "'.");
  }

  private static Optional<LocalDate> day(Optional<String> given) throws CommandException {
    try {
      return given.map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw wrong("--start-day needs a date YYYY-MM-DD, not '" + given.orElse("") + "'.");
    }
  }

  private static CommandException wrong(String text) {
    return new CommandException(CommandException.MACHINE, text);
  }
}
