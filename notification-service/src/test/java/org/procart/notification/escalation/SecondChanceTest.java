package org.procart.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A second supplier, and a second call to who took an alert and did nothing. */
class SecondChanceTest {

  @Test
  void aSilentPhoneIsTriedByTheOtherSupplierWhileTheNextPersonIsCalled() {
    Ward ward = Ward.red().suppliers(2).phonesAreSilent().until(60);

    Attempt again = ward.last("nurse-1");
    assertThat(again.target().avoid()).isEqualTo("smpp");
    assertThat(again.target().flag()).isEqualTo(Flag.AGAIN);
    assertThat(again.status().possiblyRepeated()).isTrue();
    assertThat(ward.paged()).containsExactly("0 nurse-1", "60 nurse-1", "60 nurse-2");
  }

  @Test
  void eachPhoneIsTriedByTheOtherSupplierOnceOnly() {
    Ward ward = Ward.red().suppliers(2).phonesAreSilent().until(290);

    assertThat(ward.escalation().attempts())
        .filteredOn(attempt -> attempt.target().recipientId().equals("nurse-1"))
        .filteredOn(attempt -> attempt.target().avoid() != null)
        .hasSize(1);
  }

  @Test
  void whatDidNotArriveIsNoRepeat() {
    Ward ward = Ward.red().suppliers(2).phonesFail().at(0);

    Attempt again = ward.last("nurse-1");
    assertThat(again.target().avoid()).isEqualTo("smpp");
    assertThat(again.status().possiblyRepeated()).isFalse();
    assertThat(again.target().flag()).isEqualTo(Flag.NONE);
  }

  @Test
  void withOneSupplierThereIsNoOther() {
    Ward ward = Ward.red().phonesAreSilent().until(290);

    assertThat(ward.escalation().attempts())
        .allSatisfy(attempt -> assertThat(attempt.target().avoid()).isNull());
  }

  @Test
  void whoTookItAndDidNothingIsCalledTogetherWithTheNext() {
    Ward ward = Ward.idle("nurse-1").phonesDeliver().at(0);

    assertThat(ward.paged()).containsExactly("0 nurse-1", "0 nurse-2");
    assertThat(ward.last("nurse-1").target().reason()).isEqualTo("IDLE");
    assertThat(ward.last("nurse-2").target().flag()).isEqualTo(Flag.AGAIN);
  }

  @Test
  void whoTookItWithoutBeingTheFirstIsCalledTogetherWithTheFirst() {
    Ward ward = Ward.idle("nurse-2").phonesDeliver().until(300);

    assertThat(ward.paged()).containsExactly("0 nurse-2", "0 nurse-1", "300 desk:site-a");
  }

  @Test
  void aDeskThatWasCalledEarlyAndSaysNoBeginsTheNextRoundAtOnce() {
    Ward ward = Ward.red().withoutDeskOfItsOwn().on(1).on(2).phonesDeliver().at(0);
    assertThat(ward.paged()).containsExactly("0 desk:platform");

    ward.at(20).decline("desk:platform");

    assertThat(ward.escalation().progress().round()).isEqualTo(2);
  }

  @Test
  void aDocumentDoesNotGrowForEver() {
    Ward ward = Ward.red().phonesDeliver().until(200 * 900);

    assertThat(ward.escalation().progress().round()).isGreaterThan(190);
    assertThat(ward.escalation().attempts()).hasSizeLessThan(52 * 6);
    assertThat(ward.escalation().attempts()).extracting(Attempt::id).doesNotHaveDuplicates();
  }

  @Test
  void whoCannotBeCalledIsLeftOut() {
    Ward ward = Ward.idle("somebody-at-the-work-list").phonesDeliver().at(0);

    assertThat(ward.paged()).containsExactly("0 nurse-1");
  }
}
