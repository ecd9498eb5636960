package org.procart.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.ReceiptListener.Receipt;
import org.procart.notification.outgoing.Outcome;
import org.procart.notification.outgoing.Outcome.State;
import org.procart.notification.reminder.Reminder.Phase;
import org.procart.notification.wording.Addressee;

class ReminderTurnTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final Instant END = NOW.plusSeconds(3600);
  private static final Letter SMS = Letter.waiting("ab12", 0, "P-1", 0, ChannelKind.SMS);
  private static final Letter OTHER = Letter.waiting("ab12", 1, "P-1", 0, ChannelKind.SMS);
  private static final Letter MAIL = Letter.waiting("ab12", 1, "P-1", 1, ChannelKind.EMAIL);

  private Reminder reminder =
      Reminder.fresh(
          new Asked(
              "ab12", "P-1", "site-a", null, false, Addressee.PATIENT, List.of("P-1"), "en", END));

  @Test
  void nobodyHasAContact() {
    assertThat(begin(List.of(), NOW)).containsExactly("1 SKIPPED NO_CONTACT -");
    assertThat(reminder.finished()).isTrue();
  }

  @Test
  void tooLateIsNotBegun() {
    assertThat(begin(List.of(SMS), END)).containsExactly("1 EXPIRED null -");
    assertThat(reminder.finished()).isTrue();
  }

  @Test
  void itIsBegunOnce() {
    assertThat(begin(List.of(SMS, MAIL), NOW)).isEmpty();
    assertThat(begin(List.of(SMS), END)).isEmpty();
    assertThat(reminder.waiting()).containsExactly("ab12-0", "ab12-1");
  }

  @Test
  void theFirstOneTakenIsTold() {
    begin(List.of(SMS, MAIL), NOW);

    assertThat(ended(SMS, State.SENT, null)).containsExactly("1 SENT null ab12-0");
    assertThat(reminder.finished()).isFalse();
    assertThat(ended(SMS, State.SENT, null)).isEmpty();
    assertThat(ended(MAIL, State.FAILED, "SMTP_550")).isEmpty();
    assertThat(reminder.finished()).as("whether it arrived is to be said").isFalse();
    assertThat(receipt(SMS, true)).isEmpty();
    assertThat(reminder.finished()).isTrue();
  }

  @Test
  void whatComesBackFromEveryPhoneIsTold() {
    begin(List.of(SMS, OTHER), NOW);
    ended(SMS, State.SENT, null);
    ended(OTHER, State.SENT, null);

    assertThat(receipt(SMS, false)).isEmpty();
    assertThat(receipt(SMS, false)).isEmpty();
    assertThat(reminder.finished()).isFalse();
    assertThat(receipt(OTHER, false)).containsExactly("3 FAILED UNDELIV ab12-0");
    assertThat(reminder.finished()).isTrue();
    assertThat(receipt(OTHER, true)).isEmpty();
  }

  @Test
  void oneThatArrivesIsEnough() {
    begin(List.of(SMS, OTHER), NOW);
    ended(SMS, State.SENT, null);
    ended(OTHER, State.SENT, null);
    receipt(SMS, false);

    assertThat(receipt(OTHER, true)).isEmpty();
    assertThat(reminder.finished()).isTrue();
  }

  @Test
  void aReceiptBeforeOurOwnNoteSaysThatItWasSent() {
    begin(List.of(SMS), NOW);

    assertThat(receipt(SMS, false))
        .containsExactly("1 SENT null ab12-0", "2 FAILED UNDELIV ab12-0");
    assertThat(ended(SMS, State.SENT, null)).isEmpty();
  }

  @Test
  void anEmailCountsAsArrivedBecauseNobodySaysMore() {
    begin(List.of(SMS, MAIL), NOW);
    ended(SMS, State.SENT, null);
    ended(MAIL, State.SENT, null);

    assertThat(reminder.finished()).isTrue();
    assertThat(receipt(SMS, false)).isEmpty();
  }

  @Test
  void aReceiptThatNeverComesIsAwaitedAsLongAsTheReminderIsOfUse() {
    begin(List.of(SMS), NOW);
    ended(SMS, State.SENT, null);

    assertThat(change(turn -> turn.awaitNoLonger(END.minusMillis(1)))).isEmpty();
    assertThat(reminder.finished()).isFalse();
    assertThat(change(turn -> turn.awaitNoLonger(END))).isEmpty();
    assertThat(reminder.finished()).isTrue();
  }

  @Test
  void whoReportedMeanwhileIsNotWaitedFor() {
    begin(List.of(SMS), NOW);
    ended(SMS, State.SENT, null);

    assertThat(cancel()).isEmpty();
    assertThat(reminder.finished()).isTrue();
    assertThat(receipt(SMS, false)).isEmpty();
  }

  @Test
  void aFailureOfOneIsNoneWhileAnotherMayArrive() {
    begin(List.of(SMS, MAIL), NOW);

    assertThat(ended(SMS, State.FAILED, "SMPP_0000000B")).isEmpty();
    assertThat(ended(MAIL, State.SENT, null)).containsExactly("1 SENT null ab12-1");
    assertThat(reminder.finished()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "FAILED,FAILED,1 FAILED why ab12-0",
    "FAILED,EXPIRED,1 FAILED why ab12-0",
    "EXPIRED,FAILED,1 FAILED why ab12-1",
    "EXPIRED,EXPIRED,1 EXPIRED null ab12-0",
    "WITHDRAWN,EXPIRED,1 EXPIRED null ab12-1",
    "WITHDRAWN,FAILED,1 FAILED why ab12-1",
    "WITHDRAWN,WITHDRAWN,1 SKIPPED NO_CONTACT -"
  })
  void whatIsToldWhenNobodyIsReached(State sms, State mail, String told) {
    begin(List.of(SMS, MAIL), NOW);
    ended(SMS, sms, sms == State.FAILED ? "why" : null);

    assertThat(ended(MAIL, mail, mail == State.FAILED ? "why" : null)).containsExactly(told);
    assertThat(reminder.finished()).isTrue();
  }

  @Test
  void cancelledBeforeItWasBegun() {
    assertThat(cancel()).containsExactly("1 SKIPPED CANCELLED -");
    assertThat(cancel()).isEmpty();
    assertThat(begin(List.of(SMS), NOW)).isEmpty();
    assertThat(reminder.finished()).isTrue();
  }

  @Test
  void cancelledWhileItWaits() {
    begin(List.of(SMS, MAIL), NOW);
    ended(SMS, State.SENT, null);

    assertThat(cancel()).containsExactly("2 SKIPPED CANCELLED -");
    assertThat(reminder.wanted(MAIL.id())).isEmpty();
    assertThat(reminder.phase()).isEqualTo(Phase.CANCELLED);
    assertThat(cancel()).isEmpty();
    assertThat(ended(MAIL, State.WITHDRAWN, null)).isEmpty();
    assertThat(reminder.finished()).isTrue();
  }

  @Test
  void whatASupplierHadInItsHandsIsToldEvenWhenCancelled() {
    begin(List.of(SMS), NOW);
    cancel();

    assertThat(ended(SMS, State.SENT, null)).containsExactly("2 SENT CROSSED ab12-0");
  }

  @Test
  void aRefusalAfterCancellingIsNoNews() {
    begin(List.of(SMS), NOW);
    cancel();

    assertThat(ended(SMS, State.FAILED, "why")).isEmpty();
    assertThat(reminder.finished()).isTrue();
  }

  private List<String> begin(List<Letter> letters, Instant now) {
    return change(turn -> turn.begin(letters, now));
  }

  private List<String> cancel() {
    return change(ReminderTurn::cancel);
  }

  private List<String> receipt(Letter letter, boolean delivered) {
    Receipt receipt = new Receipt(delivered, delivered ? "DELIVRD" : "UNDELIV");
    return change(turn -> turn.receipt(letter.id(), receipt));
  }

  private List<String> ended(Letter letter, State state, String reason) {
    return change(turn -> turn.ended(letter.id(), new Outcome(state, reason)));
  }

  private List<String> change(java.util.function.Consumer<ReminderTurn> what) {
    ReminderTurn turn = new ReminderTurn(reminder);
    what.accept(turn);
    reminder = turn.after();
    return turn.told().stream().map(ReminderTurnTest::line).toList();
  }

  private static String line(Told told) {
    return "%d %s %s %s"
        .formatted(
            told.revision(),
            told.kind(),
            told.reason(),
            told.letter() == null ? "-" : told.letter().id());
  }
}
