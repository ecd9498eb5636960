package org.procart.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.procart.scoring.score.TestReports.chosen;
import static org.procart.scoring.score.TestReports.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.procart.schemas.Answer;
import org.procart.schemas.Score;
import org.procart.scoring.instrument.ScoringDefinition;

/** What docs/scoring.md shows works as it stands there, and it names what there is. */
class DocumentedExamplesTest {

  private static final Pattern BLOCK = Pattern.compile("```(json|yaml)\\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;
  private String page = "";

  @BeforeEach
  void examples() throws IOException {
    page = Files.readString(Path.of("../docs/scoring.md"));
    List<MatchResult> blocks = BLOCK.matcher(page).results().toList();
    assertThat(blocks).hasSize(3);
    for (int i = 0; i < blocks.size(); i++) {
      String extension = blocks.get(i).group(1).equals("yaml") ? ".yml" : ".json";
      Files.writeString(folder.resolve("example-" + i + extension), blocks.get(i).group(2));
    }
  }

  @Test
  void theSubsetIsScored() {
    assertThat(scores("rash-only", chosen("rash", 1)).get("proctcae-24a-yn").getValue())
        .isEqualTo(1);
  }

  @Test
  void theSumScoreIsScored() {
    Map<String, Score> scores = scores("wellbeing", number("wb-1", 1), number("wb-2", 2));
    assertThat(scores.get("wellbeing-total").getValue()).isEqualTo(3);
    assertThat(scores.get("wellbeing-low").getGrade()).isEqualTo(1);
  }

  @Test
  void everyBuiltInDefinitionIsOnThePage() {
    String ids =
        TestScoring.BUILT_IN.stream()
            .filter(definition -> !definition.id().startsWith("promis-"))
            .map(ScoringDefinition::id)
            .filter(id -> !page.contains("| `" + id + "` "))
            .collect(Collectors.joining(", "));
    assertThat(ids).isEmpty();
  }

  private Map<String, Score> scores(String form, Answer... answers) {
    return TestScoring.scores(
        TestScoring.withFolder(folder),
        "https://hospital.example/Questionnaire/" + form,
        List.of(answers));
  }
}
