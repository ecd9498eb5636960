package org.procart.simulator.dryrun;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.procart.local.command.Screen;
import tools.jackson.databind.json.JsonMapper;

class ReportTableTest {

  private static final String REPORT =
      """
      {"candidate": {"ruleSetId":"default","version":"2",
         "load":{"red":3,"amber":1,"listedOnly":0,"soundings":4,"shareOfReports":0.25,
                 "alertsPer100Reports":12.5,"soundingsPer100Reports":12.5,
                 "alertsPerPatientDay":0.125,"soundingsPerPatientDay":null},
         "rules":[{"ruleId":"fever","reports":8,
                   "clauses":[{"clauseId":"high","level":"RED","reports":8}]}],
         "notReplayed":["missed-report"],
         "accuracy":{"alerts":4,"ppv":0.5,"byEvent":[{"event":"crs","events":2,"found":1,
            "sensitivity":0.5,"ppv":0.25,"lead":{"lower":-0.01,"median":1.25,"upper":3.0}}]}},
       "compared": {"ruleSetId":"default","version":"1","load":{"red":5},"rules":[],
         "notReplayed":[],"accuracy":{"byEvent":[]}},
       "coverage": {"siteId":null,"from":"2026-03-01T00:00:00Z","to":"2026-03-21T00:00:00Z",
         "episodeHours":24,"reports":32,"patients":2,"patientDays":32,
         "truth":{"patients":3,"elsewhere":1,"events":2,"outside":0,"beforeHours":24,
                  "afterHours":48}},
       "difference": {"added":[],"removed":[{"ruleId":"fever","reports":7,"sounding":2}],
         "toRed":0,"toAmber":6},
       "actedOn": {"alerts":10,"share":0.4,
         "byRule":[{"ruleId":"fever","alerts":10,"share":0.4}]}}
      """;

  private final PrintStream before = System.out;

  @AfterEach
  void giveBack() {
    System.setOut(before);
  }

  @Test
  void bothVersionsStandBesideEachOther() {
    assertThat(lines())
        .contains("32 reports of 2 patients, 32 patient-days")
        .containsPattern("RED alerts +5 +3\n")
        .containsPattern("alerts per patient-day +0 +0\\.125\n")
        .containsPattern("soundings per patient-day +0 +-\n")
        .containsPattern("reports that ring +- +25\\.0 %\n")
        .containsPattern("    high +0 +8\n")
        .containsPattern("  fever +7 +0\n")
        .containsPattern("  fever, sounding +2 +0\n")
        .containsPattern("RED became AMBER +6\n")
        .containsPattern("  fever +10 +40\\.0 %\n");
  }

  @Test
  void theTruthIsShownWhereItWasTold() {
    assertThat(lines())
        .contains("Against the truth about 2 patients, 2 events (0 outside the period)")
        .containsPattern("sensitivity +- +50\\.0 %\n")
        .containsPattern("lead in hours, median +- +1\\.3\n")
        .containsPattern("middle half +- +0\\.0 to 3\\.0\n")
        .contains("Not replayed, because no report decides them: missed-report.");
  }

  private static String lines() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, UTF_8));
    new ReportTable(new Screen()).show(JsonMapper.shared().readTree(REPORT));
    return out.toString(UTF_8);
  }
}
