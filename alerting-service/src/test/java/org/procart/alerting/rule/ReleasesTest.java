package org.procart.alerting.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReleasesTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");

  private final List<Release> decisions = new ArrayList<>();

  @Test
  void withoutADecisionWhatCameWithTheServiceCounts() {
    assertThat(releases().inForce(MONDAY)).isEmpty();
    assertThat(releases().canRollBack(MONDAY)).isFalse();
  }

  @Test
  void anApprovalCountsFromItsTimeOn() {
    approve("1", MONDAY);
    approve("2", TUESDAY);

    assertThat(releases().inForce(MONDAY)).contains("1");
    assertThat(releases().inForce(TUESDAY.minusMillis(1))).contains("1");
    assertThat(releases().inForce(TUESDAY)).contains("2");
  }

  @Test
  void theLaterDecisionBeatsOneWhoseTimeCameLater() {
    approve("planned", TUESDAY);
    approve("urgent", MONDAY);

    assertThat(releases().inForce(TUESDAY)).contains("urgent");
  }

  @Test
  void rollingBackTwiceGoesBackTwoVersionsAndThenToTheBeginning() {
    approve("1", MONDAY);
    approve("2", MONDAY);
    approve("3", MONDAY);

    assertThat(rollBack()).isEqualTo("2");
    assertThat(rollBack()).isEqualTo("1");
    assertThat(rollBack()).isNull();
    assertThat(releases().inForce(MONDAY)).isEmpty();
    assertThat(releases().canRollBack(MONDAY)).isFalse();
  }

  @Test
  void aVersionPlannedBeforeARollbackDoesNotBringBackWhatWasTakenOff() {
    approve("dangerous", MONDAY);
    approve("planned", TUESDAY);
    rollBack();

    assertThat(releases().inForce(MONDAY)).isEmpty();
    assertThat(releases().inForce(TUESDAY)).isEmpty();
  }

  @Test
  void decisionsAreCounted() {
    assertThat(releases().next()).isEqualTo(1);
    approve("1", MONDAY);
    rollBack();
    assertThat(releases().next()).isEqualTo(3);
  }

  @Test
  void decisionsCountInTheirOrderHoweverTheyAreRead() {
    approve("1", MONDAY);
    approve("2", MONDAY);
    Collections.reverse(decisions);

    assertThat(releases().inForce(MONDAY)).contains("2");
  }

  @Test
  void onlyTheTextThatWasApprovedIsApproved() {
    WrittenSet read = written("1", "the text");
    decisions.add(release(Release.Kind.APPROVAL, "1", read.digest()));
    decisions.add(release(Release.Kind.ROLLBACK, "2", written("2", "another").digest()));

    assertThat(releases().approved(read)).isTrue();
    assertThat(releases().approved(written("1", "changed since"))).isFalse();
    assertThat(releases().approved(written("2", "the text"))).isFalse();
    assertThat(releases().approved(written("2", "another"))).isFalse();
    assertThat(releases().names("1")).isTrue();
    assertThat(releases().names("3")).isFalse();
  }

  private static WrittenSet written(String version, String text) {
    return new WrittenSet("set", version, null, "Title", text, "author", MONDAY);
  }

  private Release release(Release.Kind kind, String version, String digest) {
    return new Release(
        "set", releases().next(), kind, version, digest, "approver", "why", MONDAY, MONDAY);
  }

  private Releases releases() {
    return new Releases(decisions);
  }

  private void approve(String version, Instant from) {
    decide(Release.Kind.APPROVAL, version, from);
  }

  private @Nullable String rollBack() {
    String version = releases().before(MONDAY).orElse(null);
    decide(Release.Kind.ROLLBACK, version, MONDAY);
    assertThat(releases().inForce(MONDAY).orElse(null)).isEqualTo(version);
    return version;
  }

  private void decide(Release.Kind kind, @Nullable String version, Instant from) {
    decisions.add(
        new Release(
            "set", releases().next(), kind, version, "digest", "approver", "why", MONDAY, from));
  }
}
