package org.procart.simulator.dryrun;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.procart.local.command.CommandException;
import org.procart.local.command.RunningPlatform;
import org.procart.local.command.Screen;
import org.procart.local.issuer.Role;
import org.procart.local.issuer.TokenClient;
import org.procart.local.issuer.TokenOrder;
import org.procart.local.part.Part;
import org.procart.local.process.MissingPartException;
import org.procart.local.sites.FirstSites;
import org.procart.simulator.send.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** deploy/dry-run. */
public final class DryRun {

  private static final String AUTHOR = "dry-run-author";
  private static final long TOKEN_SECONDS = 12 * 3_600;
  private static final long LOOKS_EVERY_MILLIS = 500;

  private final DryRunOptions options;
  private final Screen screen;
  private final Clock clock;

  private DryRun(DryRunOptions options, Screen screen, Clock clock) {
    this.options = options;
    this.screen = screen;
    this.clock = clock;
  }

  public static void main(String[] arguments) {
    System.exit(run(arguments, new Screen()));
  }

  private static int run(String[] arguments, Screen screen) {
    if (Arrays.asList(arguments).contains("--help")) {
      screen.line(DryRunOptions.HELP.stripTrailing());
      return 0;
    }
    try {
      new DryRun(DryRunOptions.parse(arguments), screen, Clock.systemUTC()).run();
      return 0;
    } catch (CommandException e) {
      screen.complain(String.valueOf(e.getMessage()));
      return e.exitCode();
    } catch (NoSuchFileException e) {
      screen.complain("There is no file " + e.getMessage() + ".");
      return CommandException.MACHINE;
    } catch (IOException | MissingPartException e) {
      screen.complain("No dry-run: " + e.getMessage());
      return CommandException.OTHER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CommandException.OTHER;
    }
  }

  private void run() throws IOException, CommandException, InterruptedException {
    WantedSet set = WantedSet.of(options);
    SimulatedTruth truth =
        options.truth().isPresent() ? SimulatedTruth.read(options.truth().get()) : null;
    RuleDesk desk = desk(set, truth);
    if (set.text() != null) {
      desk.draft(set);
    }
    JsonNode run = end(desk, desk.begin(set, request(truth)));
    if (!run.path("state").asString().equals("DONE")) {
      throw new CommandException(
          CommandException.OTHER, run.path("failure").asString("It failed."));
    }
    show(run.path("report"), truth);
  }

  private void show(JsonNode report, @Nullable SimulatedTruth truth) {
    if (options.json()) {
      screen.line(report.toPrettyString());
      return;
    }
    new ReportTable(screen).show(report);
    if (truth != null) {
      screen.line("Of the simulation's onsets " + truth.leftOut() + "; they are left out.");
    }
  }

  private JsonNode end(RuleDesk desk, JsonNode begun)
      throws IOException, CommandException, InterruptedException {
    JsonNode run = begun;
    Progress progress = null;
    int shown = 0;
    while (run.path("state").asString().equals("RUNNING")) {
      Thread.sleep(LOOKS_EVERY_MILLIS);
      run = desk.look(run);
      int total = run.path("patientsTotal").asInt();
      if (progress == null && total > 0 && !options.json()) {
        progress = Progress.of("patients", total, screen);
      }
      for (; progress != null && shown < run.path("patientsDone").asInt(); shown++) {
        progress.step();
      }
    }
    if (progress != null) {
      progress.close();
    }
    return run;
  }

  private ObjectNode request(@Nullable SimulatedTruth truth) {
    ObjectNode request = JsonMapper.shared().createObjectNode();
    options.site().ifPresent(site -> request.put("siteId", site));
    options.episodeHours().ifPresent(hours -> request.put("episodeHours", hours));
    from(truth).ifPresent(from -> request.put("from", from.toString()));
    if (truth != null) {
      add(request, truth);
    }
    return request;
  }

  private Optional<Instant> from(@Nullable SimulatedTruth truth) {
    Instant now = clock.instant();
    return options
        .days()
        .map(days -> now.minus(days, ChronoUnit.DAYS))
        .or(() -> Optional.ofNullable(truth).map(known -> before(known.startDay())));
  }

  /** The first day begins in the east before it begins in UTC. */
  private static Instant before(LocalDate day) {
    return day.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private void add(ObjectNode request, SimulatedTruth truth) {
    request.put("to", end(truth).toString());
    ArrayNode told = request.putArray("truth");
    truth.patients().forEach(patient -> told.addObject().put("patientId", patient));
    truth
        .onsets()
        .forEach(
            onset ->
                told.addObject()
                    .put("patientId", onset.patientId())
                    .put("event", onset.kind())
                    .put("at", onset.at().toInstant().toString()));
    ObjectNode arrivals = request.putObject("arrivals");
    truth.arrivals().forEach((receipt, at) -> arrivals.put(receipt, at.toInstant().toString()));
  }

  /** What was sent late comes, in simulated time, after the simulation. */
  private Instant end(SimulatedTruth truth) {
    Instant now = clock.instant();
    return truth.arrivals().values().stream()
        .map(at -> at.toInstant().plusSeconds(1))
        .filter(at -> at.isAfter(now))
        .max(Comparator.naturalOrder())
        .orElse(now);
  }

  private RuleDesk desk(WantedSet set, @Nullable SimulatedTruth truth)
      throws IOException, CommandException {
    RunningPlatform platform = RunningPlatform.of(options.data());
    TokenClient issuer =
        new TokenClient(
            platform.address(Part.ISSUER.label(), "url"),
            options.data().resolve(Part.ISSUER.label()));
    String url = platform.address("alerting", "url");
    Set<String> sites = new TreeSet<>(truth == null ? FirstSites.IDS : truth.sites());
    options.site().ifPresent(sites::add);
    set.siteOfFile().ifPresent(sites::add);
    if (set.text() == null) {
      new RuleDesk(url, author(issuer, List.of())).siteOf(set.id()).ifPresent(sites::add);
    }
    return new RuleDesk(url, author(issuer, List.copyOf(sites)));
  }

  /** The default set is for authors who are operators too. */
  private static String author(TokenClient issuer, List<String> sites) throws IOException {
    List<String> roles = List.of(Role.RULE_AUTHOR.claim(), Role.OPERATOR.claim());
    return issuer.mint(new TokenOrder(roles, AUTHOR, null, List.of(), sites, TOKEN_SECONDS));
  }
}
