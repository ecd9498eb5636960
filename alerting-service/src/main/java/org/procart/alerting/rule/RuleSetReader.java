package org.procart.alerting.rule;

import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.procart.schemas.yaml.YamlFault;
import org.procart.schemas.yaml.YamlPart;

/**
 * Reads a rule set's file and refuses it as a whole, with line and reason, when it is not readable,
 * does not type-check, names no scale, or contradicts one of its worked examples.
 */
public final class RuleSetReader {

  private static final List<String> KEYS =
      List.of("id", "version", "site", "title", "status", "validTo", "settings", "rules");

  private final List<RuleSetFault> faults = new ArrayList<>();

  private RuleSetReader() {}

  /**
   * @param name of the file, for the refusal
   * @throws RuleSetRefusedException with every fault that was found
   */
  public static RuleSet read(String name, Reader file) {
    RuleSetReader reader = new RuleSetReader();
    try {
      RuleSet set = reader.set(YamlPart.of(file));
      if (reader.faults.isEmpty()) {
        return set;
      }
    } catch (YamlFault e) {
      reader.faults.add(RuleSetFault.of(e));
    }
    throw new RuleSetRefusedException(name, reader.faults);
  }

  private RuleSet set(YamlPart root) {
    root.allowing(KEYS);
    Map<String, List<String>> settings = settings(root);
    RuleReader rules = new RuleReader(new ConditionCompiler(settings), faults);
    RuleSet set =
        new RuleSet(
            root.text("id"),
            root.text("version"),
            root.optionalText("site"),
            root.text("title"),
            root.text("status"),
            root.find("validTo").map(RuleSetReader::day).orElse(null),
            settings,
            root.part("rules").items().stream()
                .flatMap(part -> rules.read(part).stream())
                .toList());
    requireDistinct(set, root);
    requireUnreadableRings(set, root);
    return set;
  }

  private static LocalDate day(YamlPart part) {
    try {
      return LocalDate.parse(part.text());
    } catch (DateTimeException e) {
      throw part.fault("a day such as 2027-12-31 is expected here");
    }
  }

  private static Map<String, List<String>> settings(YamlPart root) {
    Map<String, List<String>> settings = new LinkedHashMap<>();
    root.find("settings")
        .ifPresent(
            part -> part.entries().forEach((name, words) -> settings.put(name, words.texts())));
    return settings;
  }

  private void requireDistinct(RuleSet set, YamlPart root) {
    List<String> ids = set.rules().stream().map(Rule::id).toList();
    if (ids.isEmpty() && faults.isEmpty()) {
      add(root, "a set needs at least one rule");
    }
    if (ids.stream().distinct().count() != ids.size()) {
      add(root, "two rules have the same id");
    }
  }

  /** A report that cannot be read must ring on every day, or a patient would be nobody's. */
  private void requireUnreadableRings(RuleSet set, YamlPart root) {
    boolean silent =
        Stream.of(null, -30, 0, 30, 365)
            .map(day -> new ReportFacts("", "", "UNREADABLE", "UNKNOWN", "", day, Map.of()))
            .anyMatch(report -> set.evaluate(report, List.of()).isEmpty());
    if (silent && faults.isEmpty()) {
      add(root, "no rule rings for a report that is UNREADABLE");
    }
  }

  private void add(YamlPart root, String problem) {
    faults.add(RuleSetFault.of(root.part("rules").fault(problem)));
  }
}
