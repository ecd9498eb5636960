package org.procart.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.procart.notification.channel.Delivery;
import org.procart.notification.channel.ReceiptListener.Receipt;

class EscalationTest {

  @Test
  void aRedGoesOutByBothChannelsAtOnce() {
    Ward ward = Ward.red().phonesDeliver().at(0);

    assertThat(ward.claims)
        .extracting(claim -> claim.target().recipientId() + " " + claim.target().channel())
        .containsExactly("nurse-1 SMS", "nurse-1 EMAIL");
    assertThat(ward.nextStepAfterSeconds()).isEqualTo(300);
  }

  @Test
  void aDeliveredPageWaitsForAnAnswerAndThenMovesOnAndRoundAgain() {
    Ward ward = Ward.red().phonesDeliver().until(1_800);

    assertThat(ward.paged())
        .containsExactly(
            "0 nurse-1",
            "300 nurse-2",
            "900 desk:site-a",
            "900 nurse-1",
            "1200 nurse-2",
            "1800 desk:site-a",
            "1800 nurse-1");
  }

  @Test
  void aSilentPhoneMovesOnAfterAMinute() {
    Ward ward = Ward.red().phonesAreSilent().until(200);

    assertThat(ward.paged())
        .containsExactly("0 nurse-1", "60 nurse-2", "120 desk:site-a", "180 desk:platform");
    assertThat(ward.last("nurse-2").target().reason()).isEqualTo("NO_RECEIPT");
  }

  @Test
  void aFailureMovesOnAtOnceDownToTheDeskBehindTheDesk() {
    Ward ward = Ward.red().phonesFail().at(0);

    assertThat(ward.paged())
        .containsExactly("0 nurse-1", "0 nurse-2", "0 desk:site-a", "0 desk:platform");
    assertThat(ward.last("nurse-2").target().reason()).isEqualTo("NOT_DELIVERED");
  }

  @Test
  void theNextContactPointComesBeforeTheNextPerson() {
    Ward ward = Ward.red();
    ward.on(1, ward.person("nurse-1", "+441", "+4411"));

    ward.phonesAreSilent().until(130);

    assertThat(ward.paged()).containsExactly("0 nurse-1", "60 nurse-1", "120 nurse-2");
  }

  @Test
  void anEmailAloneHoldsTheStepForAMinuteOnly() {
    Ward ward = Ward.red();
    ward.on(1, ward.person("nurse-1", "", "nurse-1@a"));

    ward.phonesDeliver().until(61);

    assertThat(ward.paged()).containsExactly("0 nurse-1", "60 nurse-2");
  }

  @Test
  void whenNothingLeavesAtAllTheRoundsComeFaster() {
    Ward ward = Ward.red().suppliersSay(new Delivery.Rejected("NO")).until(130);

    assertThat(ward.paged())
        .contains("0 nurse-1", "0 desk:platform", "120 nurse-1", "120 desk:platform");
    assertThat(ward.concerns).contains(Concern.NOBODY_REACHED);
  }

  @Test
  void anEmptyStepIsSkippedAtOnceAndThePlatformDeskHears() {
    Ward ward = Ward.red().on(1).phonesDeliver().at(0);

    assertThat(ward.paged()).containsExactly("0 desk:platform", "0 nurse-2");
    assertThat(ward.last("desk:platform").target().flag()).isEqualTo(Flag.NO_COVER);
    assertThat(ward.last("nurse-2").target().flag()).isEqualTo(Flag.NONE);
    assertThat(ward.concerns).containsExactly(Concern.NO_COVER);
    assertThat(ward.told).extracting(Change::kind).contains(Change.Kind.SKIPPED);
  }

  @Test
  void nobodyIsPagedTwiceInOneRound() {
    Ward ward = Ward.red().on(2, "nurse-1").phonesDeliver().until(310);

    assertThat(ward.paged()).containsExactly("0 nurse-1", "300 desk:site-a");
    assertThat(ward.told).extracting(Change::reason).contains("ALREADY_PAGED");
  }

  @Test
  void bothPeopleOfADoubledHourArePaged() {
    Ward ward = Ward.red();
    ward.on(1, "nurse-1", ward.person("nurse-3", "+4433"));

    ward.phonesDeliver().at(0);

    assertThat(ward.paged()).containsExactly("0 nurse-1", "0 nurse-3");
  }

  @Test
  void anAcknowledgementStopsEverythingThatHasNotLeft() {
    Ward ward = Ward.red().suppliersSay(new Delivery.RetryLater("AWAY")).at(0);

    ward.acknowledge("nurse-1", "link-1").suppliersSay(new Delivery.Sent("m", "smpp")).until(3_600);

    assertThat(ward.escalation().phase()).isEqualTo(Phase.ACKNOWLEDGED);
    assertThat(ward.escalation().progress().nextStepAt()).isNull();
    assertThat(ward.escalation().attempts())
        .allSatisfy(attempt -> assertThat(attempt.state()).isEqualTo(AttemptState.SKIPPED));
    assertThat(ward.wakeAt).isNull();
  }

  @Test
  void manyMayAcknowledgeAndEachCauseCountsOnce() {
    Ward ward = Ward.red().phonesDeliver().at(0);

    ward.acknowledge("nurse-1", "link-1")
        .acknowledge("nurse-1", "link-1")
        .acknowledge("nurse-2", "sms-7");

    assertThat(ward.escalation().acknowledgements())
        .extracting(Acknowledgement::by)
        .containsExactly("nurse-1", "nurse-2");
    assertThat(ward.told)
        .filteredOn(change -> change.kind() == Change.Kind.ACKNOWLEDGED)
        .hasSize(2);
  }

  @Test
  void whatCrossesAnAcknowledgementIsRecordedAsCrossed() {
    Ward ward = Ward.red().instanceDies().at(0).instanceLives();
    Attempt underWay = ward.claims.getFirst();

    ward.acknowledge("nurse-2", "link-2").handOver(underWay, new Delivery.Sent("m1", "smpp"));

    assertThat(ward.last("nurse-1").target().recipientId()).isEqualTo("nurse-1");
    assertThat(ward.told)
        .anySatisfy(
            change -> {
              assertThat(change.kind()).isEqualTo(Change.Kind.SENT);
              assertThat(change.reason()).isEqualTo("CROSSED");
            });
  }

  @Test
  void whoSaysNoIsFollowedByTheNextAtOnce() {
    Ward ward = Ward.red().phonesDeliver().at(0);

    ward.at(20).decline("nurse-1");

    assertThat(ward.paged()).containsExactly("0 nurse-1", "20 nurse-2");
    assertThat(ward.last("nurse-2").target().reason()).isEqualTo("DECLINED");
  }

  @Test
  void aNoFromAnEarlierStepMovesNothing() {
    Ward ward = Ward.red().phonesDeliver().until(310);

    ward.decline("nurse-1").until(320);

    assertThat(ward.paged()).containsExactly("0 nurse-1", "300 nurse-2");
  }

  @Test
  void aKilledInstanceIsTakenOverOnceAndTheRepeatIsFlagged() {
    Ward ward = Ward.red().instanceDies().at(0);

    ward.instanceLives().phonesDeliver().at(30);

    Attempt sms = ward.escalation().attempts().getFirst();
    assertThat(sms.status().tries()).isEqualTo(2);
    assertThat(sms.status().possiblyRepeated()).isTrue();
    assertThat(sms.state()).isEqualTo(AttemptState.DELIVERED);
    assertThat(ward.told).extracting(Change::kind).contains(Change.Kind.OUTCOME_UNKNOWN);
    assertThat(ward.paged()).containsExactly("0 nurse-1");
  }

  @Test
  void anInstanceKilledTwiceRepeatsNoThirdTimeButMovesOn() {
    Ward ward = Ward.red().instanceDies().at(0).at(30);

    ward.instanceLives().phonesDeliver().at(60);

    assertThat(ward.escalation().attempts().getFirst().state()).isEqualTo(AttemptState.FAILED);
    assertThat(ward.paged()).containsExactly("0 nurse-1", "60 nurse-2");
  }

  @Test
  void aSupplierThatIsAwayIsAskedAgainWithGrowingPauses() {
    Ward ward = Ward.red().suppliersSay(new Delivery.RetryLater("SUPPLIER_AWAY")).until(50);

    assertThat(ward.escalation().attempts().getFirst().status().tries()).isEqualTo(5);
    assertThat(ward.told)
        .filteredOn(change -> "SUPPLIER_AWAY".equals(change.reason()))
        .hasSize(2); // told once for each channel, not for each try
    assertThat(ward.paged()).containsExactly("0 nurse-1");
  }

  @Test
  void lateDoubledAndContraryReceiptsAreHarmless() {
    Ward ward = Ward.red().phonesAreSilent().until(70);
    Attempt first = ward.claims.getFirst();

    ward.receipt(first, new Receipt(true, "DELIVRD"));
    ward.receipt(first, new Receipt(true, "DELIVRD"));
    ward.receipt(first, new Receipt(false, "UNDELIV"));

    assertThat(ward.escalation().attempt(first.id()).orElseThrow().state())
        .isEqualTo(AttemptState.DELIVERED);
    assertThat(ward.told).filteredOn(change -> change.kind() == Change.Kind.DELIVERED).hasSize(1);
  }

  @Test
  void whileARedIsOpenItsNextStepIsToldEveryMinute() {
    Ward ward = Ward.red().phonesDeliver().until(290);

    assertThat(ward.told)
        .filteredOn(change -> change.kind() == Change.Kind.ARMED)
        .hasSize(5)
        .allSatisfy(
            change -> assertThat(change.nextStepAt()).isEqualTo(Ward.START.plusSeconds(300)));
  }

  @Test
  void revisionsCountUpWithoutAGap() {
    Ward ward = Ward.red().phonesFail().until(1_000);

    List<Long> revisions = ward.told.stream().map(Change::revision).toList();

    assertThat(revisions)
        .isEqualTo(java.util.stream.LongStream.rangeClosed(1, revisions.size()).boxed().toList());
  }

  @Test
  void aNewerSoundingEndsThisOneAndAnAnswerIsStillKept() {
    Ward ward = Ward.red().phonesDeliver().at(0).end("SUPERSEDED");

    ward.acknowledge("nurse-1", "link-1").until(2_000);

    assertThat(ward.escalation().phase()).isEqualTo(Phase.ENDED);
    assertThat(ward.escalation().acknowledgements()).hasSize(1);
    assertThat(ward.paged()).containsExactly("0 nurse-1");
    assertThat(ward.escalation().finished()).isFalse();
    assertThat(ward.end("CLOSED").escalation().finished()).isTrue();
  }

  @Test
  void theFlagSaysWhyItRings() {
    assertThat(Ward.red("WORSENED").at(0).last("nurse-1").target().flag()).isEqualTo(Flag.WORSE);
    assertThat(Ward.red("RE_PAGED").at(0).last("nurse-1").target().flag()).isEqualTo(Flag.AGAIN);
    assertThat(Ward.red("RE_ARMED").at(0).last("nurse-1").target().flag()).isEqualTo(Flag.AGAIN);
    assertThat(Ward.red().phonesDeliver().until(900).last("nurse-1").target().flag())
        .isEqualTo(Flag.AGAIN);
  }

  @Test
  void anUnansweredAlertAlwaysHasANextStep() {
    Ward ward = Ward.red().phonesFail();

    for (int seconds = 0; seconds < 7_200; seconds += 7) {
      ward.until(seconds);
      assertThat(ward.wakeAt).isNotNull().isAfter(Ward.START.plusSeconds(seconds));
      assertThat(ward.escalation().progress().nextStepAt()).isNotNull();
    }
  }
}
