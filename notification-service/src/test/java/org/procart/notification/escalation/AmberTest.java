package org.procart.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.Delivery;

class AmberTest {

  private static final String EVENING = "2026-11-20T21:30:00Z";
  private static final String NIGHT = "2026-11-20T23:30:00Z";

  @Test
  void anAmberIsOneMessageThenTheNextPersonAfterAnHourAndTheDeskAfterEight() {
    Ward ward = Ward.amber().phonesDeliver().until(12 * 3_600);

    assertThat(ward.paged())
        .containsExactly("0 nurse-1", "3600 nurse-2", "28800 desk:site-a", "43200 nurse-1");
    assertThat(ward.last("nurse-2").target().channel()).isEqualTo(ChannelKind.SMS);
  }

  @Test
  void theDeskHearsThatItIsOverdue() {
    Ward ward = Ward.amber().phonesDeliver().until(8 * 3_600);

    assertThat(ward.last("desk:site-a").target().flag()).isEqualTo(Flag.OVERDUE);
    assertThat(ward.last("desk:site-a").target().reason()).isEqualTo("OVERDUE");
    assertThat(ward.last("nurse-2").target().flag()).isEqualTo(Flag.NONE);
  }

  @Test
  void itIsOverdueOnceOnly() {
    Ward ward = Ward.amber().phonesDeliver().until(48 * 3_600);

    assertThat(ward.told)
        .filteredOn(change -> change.kind() == Change.Kind.QUEUED)
        .filteredOn(change -> "OVERDUE".equals(change.reason()))
        .hasSize(1);
  }

  @Test
  void theEmailFollowsWhereTheSmsDoesNotArrive() {
    Ward ward = Ward.amber().phonesFail().at(0);

    assertThat(ward.claims)
        .extracting(claim -> claim.target().recipientId() + " " + claim.target().channel())
        .startsWith("nurse-1 SMS", "nurse-1 EMAIL");
  }

  @Test
  void inTheQuietHoursNobodyIsCalledBeforeTheMorning() {
    Ward ward = Ward.amberOnDay(31, NIGHT).phonesDeliver().until(7 * 3_600);

    assertThat(ward.paged()).isEmpty();
    assertThat(ward.escalation().progress().waitsFor()).isEqualTo(WaitsFor.QUIET_HOURS);
    assertThat(ward.escalation().progress().nextStepAt())
        .isEqualTo(Instant.parse("2026-11-21T07:00:00Z"));
    assertThat(ward.told)
        .extracting(change -> change.kind() + " " + change.reason())
        .containsExactly("HUSHED QUIET_HOURS");
    assertThat(ward.until(7 * 3_600 + 1_800).paged()).containsExactly("27000 nurse-1");
  }

  @Test
  void inTheFirstMonthAndBeforeAnInfusionThereAreNoQuietHours() {
    assertThat(Ward.amberOnDay(0, NIGHT).at(0).paged()).containsExactly("0 nurse-1");
    assertThat(Ward.amberOnDay(30, NIGHT).at(0).paged()).containsExactly("0 nurse-1");
    assertThat(Ward.amberOnDay(-1, NIGHT).at(0).paged()).isEmpty();
    assertThat(Ward.amber().at(0).paged()).containsExactly("0 nurse-1");
  }

  @Test
  void aRedIsNeverQuiet() {
    assertThat(Ward.redOnDay(200, NIGHT).at(0).paged()).containsExactly("0 nurse-1");
  }

  @Test
  void theNextPersonIsNotWokenEither() {
    Ward ward = Ward.amberOnDay(90, EVENING).phonesDeliver().until(10 * 3_600);

    assertThat(ward.paged())
        .containsExactly("0 nurse-1", "28800 desk:site-a", secondsUntilSeven() + " nurse-2");
  }

  @Test
  void notEvenWhenTheFirstPhoneIsDead() {
    Ward ward = Ward.amberOnDay(90, NIGHT).phonesFail().until(7 * 3_600);

    assertThat(ward.paged()).isEmpty();
  }

  @Test
  void aWholeNightMakesTheFirstCallNoLaterThanTheDesks() {
    Ward ward = Ward.amberOnDay(90, "2026-11-20T22:10:00Z").phonesDeliver().until(8 * 3_600);

    assertThat(ward.paged()).containsExactly("28800 nurse-1", "28800 desk:site-a");
  }

  @Test
  void whoWishesQuietIsCalledAfterwardsAndTheOthersInTheirTurn() {
    Ward ward = Ward.amber().quietUntil("nurse-1", 7_200).phonesDeliver().until(7_200);

    assertThat(ward.claims)
        .extracting(claim -> claim.target().recipientId())
        .containsExactly("nurse-2", "nurse-1");
    assertThat(ward.told)
        .extracting(change -> change.kind() + " " + change.reason())
        .contains("HUSHED QUIET_PERSON");
  }

  @Test
  void atNightWhatIsOverdueIsFollowedToTheDeskBehindTheDesk() {
    Ward ward = Ward.amberOnDay(90, "2026-11-20T18:00:00Z").phonesDeliver().until(28_700);

    ward.phonesFail().until(28_900);

    assertThat(ward.last("desk:site-a").target().flag()).isEqualTo(Flag.OVERDUE);
    assertThat(ward.paged()).contains("28800 desk:platform");
  }

  @Test
  void whoWaitsForOthersAfterAQuietTimeIsNotTakenForUnreached() {
    Ward ward = Ward.amber().quietUntil("nurse-1", 1_800).phonesDeliver().until(1_700);

    ward.suppliersSay(new Delivery.RetryLater("BUNDLING", Duration.ofSeconds(300))).until(1_900);

    assertThat(ward.paged()).containsExactly("1800 nurse-1");
  }

  @Test
  void anAcknowledgementInTheQuietHoursEndsTheWait() {
    Ward ward = Ward.amberOnDay(31, NIGHT).at(0).acknowledge("nurse-9", "desk-1").until(40_000);

    assertThat(ward.paged()).isEmpty();
    assertThat(ward.wakeAt).isNull();
  }

  private static long secondsUntilSeven() {
    return Duration.between(Instant.parse(EVENING), Instant.parse("2026-11-21T07:00:00Z"))
        .toSeconds();
  }
}
