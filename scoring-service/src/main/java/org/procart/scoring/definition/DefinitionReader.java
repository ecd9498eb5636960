package org.procart.scoring.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.procart.schemas.questionnaire.InstrumentFileException;
import org.procart.schemas.questionnaire.InstrumentFolder.Entry;
import org.procart.schemas.yaml.YamlFault;
import org.procart.schemas.yaml.YamlPart;
import org.procart.scoring.instrument.Scorer;
import org.procart.scoring.instrument.ScoringDefinition;
import org.procart.scoring.instrument.proctcae.ProCtcaeScorer;
import org.procart.scoring.instrument.scales.Sheet;

/** Reads one definition's file with its tables. */
final class DefinitionReader {

  /** Said on scores that follow from no definition. */
  private static final Set<String> RESERVED = Set.of("none", "items");

  private final DefinitionFiles files;
  private final Entry file;
  private final List<String> read = new ArrayList<>();
  private final Map<String, Function<YamlPart, Scorer>> algorithms =
      Map.of(
          "scales", this::scales,
          "pro-ctcae", this::proCtcae,
          "cart-home", root -> new HomeCheckReader(this::table).read(root));

  DefinitionReader(DefinitionFiles files, Entry file) {
    this.files = files;
    this.file = file;
    this.read.add(file.text());
  }

  /**
   * @throws InstrumentFileException with file and line
   */
  ScoringDefinition read() {
    try {
      return definition();
    } catch (YamlFault e) {
      throw new InstrumentFileException(file.name(), String.valueOf(e.getMessage()));
    }
  }

  private ScoringDefinition definition() {
    YamlPart root =
        YamlPart.of(file.text())
            .allowing(
                "id",
                "version",
                "title",
                "source",
                "status",
                "note",
                "questionnaires",
                "algorithm",
                "items",
                "scales",
                "tables",
                "limits");
    Scorer scorer = root.part("algorithm").oneOf(algorithms).apply(root);
    return new ScoringDefinition(
        id(root.part("id")),
        version(root.part("version")),
        digest(),
        root.text("title"),
        root.text("source"),
        toBeConfirmed(root),
        Set.copyOf(questionnaires(root)),
        scorer);
  }

  private Scorer scales(YamlPart root) {
    SheetReader sheet = new SheetReader(this::table);
    return new Sheet(sheet.items(root), sheet.scales(root));
  }

  private Scorer proCtcae(YamlPart root) {
    YamlPart tables = root.part("tables").allowing("items", "composite");
    return new ProCtcaeScorer(
        table(tables.part("items")).rows(), table(tables.part("composite")).rows());
  }

  private CsvTable table(YamlPart name) {
    CsvTable table = files.table(file, name);
    read.add(table.toString());
    return table;
  }

  private static String id(YamlPart part) {
    if (!part.text().matches("[a-z0-9][a-z0-9-]{0,63}") || RESERVED.contains(part.text())) {
      throw part.fault("an id of small letters, digits and hyphens, not none or items, is needed");
    }
    return part.text();
  }

  private static String version(YamlPart part) {
    if (!part.text().matches("\\d{1,9}(\\.\\d{1,9})*")) {
      throw part.fault("a version such as 1.0.0 is expected here");
    }
    return part.text();
  }

  private static List<String> questionnaires(YamlPart root) {
    List<String> urls = root.texts("questionnaires");
    if (urls.isEmpty() || urls.stream().anyMatch(url -> url.contains("|"))) {
      throw root.fault("'questionnaires' names at least one canonical url, without |version");
    }
    return urls;
  }

  private static @Nullable String toBeConfirmed(YamlPart root) {
    boolean verified =
        root.part("status").oneOf(Map.of("verified", true, "to-be-confirmed", false));
    return verified ? null : root.text("note");
  }

  private String digest() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      read.forEach(text -> sha256.update((text + "\0").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }
}
