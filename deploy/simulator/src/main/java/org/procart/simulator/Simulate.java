package org.procart.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.procart.local.command.CommandException;
import org.procart.local.command.RunningPlatform;
import org.procart.local.command.Screen;
import org.procart.local.issuer.TokenClient;
import org.procart.local.part.Part;
import org.procart.local.process.MissingPartException;
import org.procart.schemas.questionnaire.QuestionnaireCatalogue;
import org.procart.simulator.cohort.Cohort;
import org.procart.simulator.cohort.Patient;
import org.procart.simulator.plan.Line;
import org.procart.simulator.plan.Plan;
import org.procart.simulator.send.Intake;
import org.procart.simulator.send.Sender;
import org.procart.simulator.send.Tokens;
import org.procart.simulator.table.Tables;
import org.procart.simulator.truth.TruthFile;
import org.procart.simulator.truth.TruthLines;

/** deploy/simulate. */
public final class Simulate {

  private static final DateTimeFormatter NAME_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final SimulateOptions options;
  private final Screen screen;
  private final Clock clock;
  private final StopOnSignal signal;
  private final Tables tables = Tables.load();
  private final Plan plan = new Plan(tables, QuestionnaireCatalogue.load());

  private Simulate(SimulateOptions options, Screen screen, Clock clock, StopOnSignal signal) {
    this.options = options;
    this.screen = screen;
    this.clock = clock;
    this.signal = signal;
  }

  public static void main(String[] arguments) {
    StopOnSignal signal = new StopOnSignal();
    int exit = run(arguments, new Screen(), signal);
    signal.ended();
    System.exit(exit);
  }

  private static int run(String[] arguments, Screen screen, StopOnSignal signal) {
    if (Arrays.asList(arguments).contains("--help")) {
      screen.line(SimulateOptions.HELP.stripTrailing());
      return 0;
    }
    Clock clock = Clock.systemUTC();
    try {
      SimulateOptions options = SimulateOptions.parse(arguments, clock.instant().getEpochSecond());
      return new Simulate(options, screen, clock, signal).run();
    } catch (CommandException e) {
      screen.complain(String.valueOf(e.getMessage()));
      return e.exitCode();
    } catch (IOException | UncheckedIOException | MissingPartException e) {
      screen.complain("The simulation cannot begin: " + e.getMessage());
      return CommandException.OTHER;
    }
  }

  private int run() throws IOException, CommandException {
    RunningPlatform platform = RunningPlatform.of(options.data());
    TokenClient issuer =
        new TokenClient(
            platform.address(Part.ISSUER.label(), "url"),
            options.data().resolve(Part.ISSUER.label()));
    Intake intake = new Intake(platform.address("intake", "url"), new Tokens(issuer, clock), plan);
    List<Cohort.Site> sites = sites(intake);
    LocalDate startDay = startDay(sites);
    List<Patient> patients =
        new Cohort(tables).draw(options.seed(), options.patients(), startDay, sites);
    List<Line> lines = plan.of(patients, options.days());
    Path file = file();
    screen.line("Seed " + options.seed() + ", infusion on " + startDay + ". Truth: " + file);
    try (TruthFile truth = open(file)) {
      Sender sender = new Sender(intake, truth, screen, signal.stop(), clock);
      signal.watch();
      sender.head(
          TruthLines.simulation(
              options.seed(),
              options.patients(),
              options.days(),
              startDay.toString(),
              options.sites(),
              plan));
      return send(sender, patients, lines);
    }
  }

  private int send(Sender sender, List<Patient> patients, List<Line> lines) {
    sender.enrol(patients);
    Instant begun = clock.instant();
    if (sender.tally().firstRefusal().isEmpty()) {
      sender.send(lines, options.rate());
    }
    Summary summary = new Summary(screen);
    summary.drawn(patients, lines, tables.products());
    summary.sent(sender.tally(), Duration.between(begun, clock.instant()));
    Optional<String> wrong =
        sender
            .failure()
            .map(cause -> "Stopped: " + cause)
            .or(() -> sender.tally().firstRefusal().map(first -> "Not taken: " + first));
    wrong.ifPresent(screen::complain);
    return wrong.isPresent() ? CommandException.OTHER : 0;
  }

  private List<Cohort.Site> sites(Intake intake) throws IOException, CommandException {
    List<Cohort.Site> sites = new ArrayList<>();
    for (String id : options.sites()) {
      sites.add(intake.site(id));
    }
    return sites;
  }

  /** The last report must not be of the future anywhere. */
  private LocalDate startDay(List<Cohort.Site> sites) throws CommandException {
    LocalDate today =
        sites.stream()
            .map(site -> LocalDate.ofInstant(clock.instant(), site.zone()))
            .min(LocalDate::compareTo)
            .orElseThrow();
    LocalDate latest = today.minusDays(options.days());
    LocalDate startDay = options.startDay().orElse(latest);
    if (startDay.isAfter(latest)) {
      throw new CommandException(
          CommandException.MACHINE,
          "--start-day with " + options.days() + " days must be " + latest + " or earlier.");
    }
    return startDay;
  }

  private Path file() {
    String name = options.seed() + "-" + NAME_TIME.format(clock.instant()) + ".jsonl";
    return options.out().orElse(options.data().resolve("simulations").resolve(name));
  }

  private static TruthFile open(Path file) throws IOException, CommandException {
    try {
      return new TruthFile(file);
    } catch (FileAlreadyExistsException e) {
      throw new CommandException(
          CommandException.MACHINE, file + " exists already: name another file with --out.");
    }
  }
}
