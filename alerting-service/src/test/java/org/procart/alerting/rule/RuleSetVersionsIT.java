package org.procart.alerting.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.procart.alerting.TestEvents.raw;
import static org.procart.alerting.TestEvents.score;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.procart.alerting.LocalPartsInitializer;
import org.procart.alerting.TestAlerts;
import org.procart.alerting.TestDesk;
import org.procart.alerting.TestDesk.Answer;
import org.procart.alerting.TestTopics;
import org.procart.alerting.WithLocalParts;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.kafka.EventReader;
import org.procart.chassis.kafka.EventSender;
import org.procart.local.issuer.Role;
import org.procart.schemas.AlertChanged;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A rule set's way from draft to phone and back, while the service runs. */
@WithLocalParts
class RuleSetVersionsIT {

  @LocalServerPort int port;
  @Autowired EventSender sender;
  @Autowired EventReader reader;
  @Autowired RuleArchive archive;
  @Autowired OperationsAlarms alarms;

  private final String site = "site-" + UUID.randomUUID();
  private final String set = "set-" + site;

  @Test
  void anApprovedVersionCountsWithinSecondsAndARollbackTakesItAway() {
    assertThat(put("author-1", "1.0.0", "trouble >= 2.0").status()).isEqualTo(422);
    assertThat(put("author-1", "1.0.0", "value >= 2.0").status()).isEqualTo(201);
    assertThat(put("author-1", "1.0.0", "value >= 2.0").status()).isEqualTo(200);
    assertThat(inForce()).isEqualTo("default");

    assertThat(approve("author-1", "1.0.0").status()).isEqualTo(403);
    assertThat(approve("approver-1", "1.0.0").body().path("state").asString())
        .isEqualTo("IN_FORCE");

    await().until(() -> inForce().equals(set));
    String patient = "patient-" + UUID.randomUUID();
    sender
        .send(
            "pro.score.v1",
            patient,
            score(UUID.randomUUID().toString(), patient)
                .setSiteId(site)
                .setScorer("somebody-elses-model")
                .setScores(raw("their-risk", 2))
                .build())
        .join();
    AlertChanged raised =
        new TestAlerts(reader, new TestTopics(LocalPartsInitializer.parts().bootstrapServers()))
            .last(patient, 1);
    assertThat(raised.getRuleId()).isEqualTo("their-rule");
    assertThat(raised.getRuleSetVersion()).isEqualTo("1.0.0");

    assertThat(put("author-1", "1.0.0", "value > 1.5").status()).isEqualTo(409);
    Answer back =
        desk(Role.RULE_APPROVER, "approver-1")
            .post("/rule-sets/" + set + "/rollback", "{\"reason\":\"too many alerts\"}");
    assertThat(back.status()).isEqualTo(200);
    await().until(() -> inForce().equals("default"));
  }

  @Test
  void whatIsWrongIsSaidWithItsLine() {
    Answer refused = put("author-1", "2.0.0", "value >= 2.0 && nonsense");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("errors").get(0).path("pointer").asString())
        .isEqualTo("line 14");
    assertThat(refused.body().path("errors").get(0).path("detail").asString()).contains("nonsense");
  }

  @Test
  void anApprovalForTomorrowChangesNothingToday() {
    put("author-1", "1.0.0", "value >= 2.0");

    Answer approved =
        desk(Role.RULE_APPROVER, "approver-1")
            .post(
                versions("1.0.0") + "/approval",
                "{\"reason\":\"from tomorrow\",\"from\":\"%s\"}"
                    .formatted(Instant.now().plusSeconds(86_400)));

    assertThat(approved.body().path("state").asString()).isEqualTo("APPROVED");
    assertThat(inForce()).isEqualTo("default");
    // Tomorrow two sets would claim the site, and each instance might choose another.
    String other = text("1.0.0", "value >= 2.0").replace("id: " + set, "id: other-" + set);
    assertThat(
            desk(Role.RULE_AUTHOR, "author-1")
                .put("/rule-sets/other-" + set + "/versions/1.0.0", "application/yaml", other)
                .status())
        .isEqualTo(409);
  }

  @Test
  void afterARestartATextThatNobodyApprovedIsNotUsedAndTheOthersAre() {
    put("author-1", "1.0.0", "value >= 2.0");
    approve("approver-1", "1.0.0");
    await().until(() -> inForce().equals(set));
    RulesInForce untouched = restarted();
    WrittenSet approved = archive.find(set, "1.0.0").orElseThrow();
    archive.write(
        new WrittenSet(
            set,
            "1.0.0",
            site,
            approved.title(),
            approved.text().replace("High risk.", "Low risk."),
            "author-1",
            approved.writtenAt()));

    RulesInForce restarted = restarted();

    assertThat(untouched.now().forSite(site).id()).isEqualTo(set);
    assertThat(restarted.now().forSite(site).id()).isEqualTo("default");
    assertThat(restarted.now().all()).hasSize(untouched.now().all().size() - 1);
  }

  @Test
  void anApprovalOfAnotherTextThanTheOneReadIsRefused() {
    String read = put("author-1", "1.0.0", "value >= 2.0").body().path("digest").asString();
    put("author-1", "1.0.0", "value > 1.5");

    Answer approval =
        desk(Role.RULE_APPROVER, "approver-1")
            .post(
                versions("1.0.0") + "/approval",
                "{\"reason\":\"agreed\",\"digest\":\"%s\"}".formatted(read));

    assertThat(approval.status()).isEqualTo(409);
  }

  /** As another instance, or this one after a restart, finds the decisions. */
  private RulesInForce restarted() {
    RulesInForce rules = new RulesInForce(new RuleSets(TestRules.defaultSet(), List.of()));
    new RuleSwitch(rules, archive, alarms, Clock.systemUTC()).look();
    return rules;
  }

  @Test
  void whatCountsForEverySiteIsNotOneSitesToChange() {
    String everywhere = text("9.9.9", "value >= 2.0").replace("site: " + site + "\n", "");

    assertThat(
            desk(Role.RULE_AUTHOR, "author-1")
                .put(versions("9.9.9"), "application/yaml", everywhere)
                .status())
        .isEqualTo(403);
  }

  @Test
  void anotherSitesSetIsNobodysBusiness() {
    String text = text("1.0.0", "value >= 2.0");

    assertThat(
            TestDesk.of(port, Role.RULE_AUTHOR, "author-2", "site-elsewhere")
                .put(versions("1.0.0"), "application/yaml", text)
                .status())
        .isEqualTo(403);
    assertThat(
            TestDesk.of(port, Role.CLINICIAN, "nurse-1", site)
                .put(versions("1.0.0"), "application/yaml", text)
                .status())
        .isEqualTo(403);
  }

  private Answer put(String author, String version, String condition) {
    return desk(Role.RULE_AUTHOR, author)
        .put(versions(version), "application/yaml", text(version, condition));
  }

  private Answer approve(String approver, String version) {
    return desk(Role.RULE_APPROVER, approver)
        .post(versions(version) + "/approval", "{\"reason\":\"agreed by the ward\"}");
  }

  /** The set that counts for the site, as a clinician sees it. */
  private String inForce() {
    return desk(Role.CLINICIAN, "nurse-1")
        .get("/rule-sets")
        .body()
        .valueStream()
        .filter(summary -> summary.path("siteId").asString("").equals(site))
        .map(summary -> summary.path("id").asString())
        .findFirst()
        .orElse("default");
  }

  private TestDesk desk(Role role, String who) {
    return TestDesk.of(port, role, who, site);
  }

  private String versions(String version) {
    return "/rule-sets/" + set + "/versions/" + version;
  }

  private String text(String version, String condition) {
    return """
    id: %s
    version: %s
    site: %s
    title: A site's own
    status: approved
    rules:
      - id: their-rule
        title: A model's risk
        subject: scale
        citation: Somebody's validation study.
        clauses:
          - id: high
            level: RED
            when: %s
            scales: ["their-risk"]
            wording: High risk.
        examples:
          - {given: {scale: their-risk, value: 2}, expect: RED/high}
          - {given: {scale: their-risk, value: 1}, expect: none}
      - id: report-unreadable
        title: A report could not be read
        subject: report
        citation: Hazard log.
        clauses:
          - {id: unreadable, level: RED, when: completeness == "UNREADABLE", wording: Unreadable.}
        examples:
          - {given: {completeness: UNREADABLE}, expect: RED/unreadable}
    """
        .formatted(set, version, site, condition);
  }
}
