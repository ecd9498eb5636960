package org.procart.alerting.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LifeDocumentTest {

  private static final Instant START = Instant.parse("2026-03-05T10:00:00Z");

  @Test
  void oneMissingSignIsNoGapAndThreeAre() {
    LifeDocument life = first().with(beat("a", 30, null)).with(beat("a", 90, null));
    assertThat(life.life().coveredSince()).isEqualTo(START);

    assertThat(life.with(beat("a", 185, null)).life().coveredSince()).isEqualTo(START);
    assertThat(life.with(beat("a", 186, null)).life().coveredSince())
        .isEqualTo(START.plusSeconds(186));
  }

  @Test
  void anotherInstanceFillsTheGap() {
    LifeDocument life = first().with(beat("b", 60, null)).with(beat("b", 120, null));

    assertThat(life.with(beat("a", 180, null)).life().coveredSince()).isEqualTo(START);
  }

  @Test
  void aSignThatComesLateNeitherTurnsBackTheClockNorOpensAGap() {
    LifeDocument life = first().with(beat("b", 60, null)).with(beat("a", 31, null));

    assertThat(life.life())
        .isEqualTo(new Beats.Life(START, START.plusSeconds(60), START.plusSeconds(60)));
  }

  @Test
  void whatWaitsAnywhereIsNotPublished() {
    LifeDocument life =
        first().with(beat("a", 60, START.plusSeconds(20))).with(beat("b", 61, null));
    assertThat(life.life().publishedUntil()).isEqualTo(START.plusSeconds(20));

    assertThat(life.with(beat("a", 90, null)).life().publishedUntil())
        .isEqualTo(START.plusSeconds(90));
  }

  @Test
  void aDeadInstanceSpeaksForNothingAnyMore() {
    LifeDocument life =
        first()
            .with(beat("a", 30, START.plusSeconds(1)))
            .with(beat("b", 60, null))
            .with(beat("b", 120, null));
    assertThat(life.life().publishedUntil()).isEqualTo(START.plusSeconds(1));

    assertThat(life.with(beat("b", 126, null)).life().publishedUntil())
        .isEqualTo(START.plusSeconds(126));
  }

  private static LifeDocument first() {
    return LifeDocument.first("intake", beat("a", 0, null));
  }

  private static LifeDocument.Instance beat(String id, int after, @Nullable Instant waiting) {
    return new LifeDocument.Instance(id, START.plusSeconds(after), waiting);
  }

  @Test
  void whatWaitsSinceAfterTheLastSignTakesNothingBack() {
    LifeDocument life = first().with(beat("a", 60, START.plusSeconds(90)));

    assertThat(life.life().publishedUntil()).isEqualTo(START.plusSeconds(60));
  }
}
