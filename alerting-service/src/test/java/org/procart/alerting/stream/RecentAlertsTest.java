package org.procart.alerting.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.procart.alerting.TestEvents;
import org.procart.schemas.AlertChanged;

class RecentAlertsTest {

  private final RecentAlerts recent = new RecentAlerts(3);
  private final Ear ear = new Ear();

  /** Notes what it hears. */
  private static final class Ear implements RecentAlerts.Listener {
    private final List<String> heard = new ArrayList<>();
    private boolean resumed;
    private String from = "";

    @Override
    public void resumed(Position position) {
      resumed = true;
      from = position.text();
    }

    @Override
    public void begun(Position position) {
      from = position.text();
    }

    @Override
    public void heard(StreamedAlert alert) {
      heard.add(alert.after().text());
    }

    @Override
    public void close() {}
  }

  @BeforeEach
  void read() {
    recent.begin(0, 10);
    recent.begin(1, 0);
    recent.add(0, 10, change());
    recent.add(1, 0, change());
  }

  @Test
  void whoComesFirstHearsWhatIsNew() {
    recent.listen(ear);
    recent.add(1, 1, change());

    assertThat(ear.from).isEqualTo("0:10,1:0");
    assertThat(ear.heard).containsExactly("0:10,1:1");
    assertThat(ear.resumed).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0:10,1:0|0", "0:9,1:0|1", "0:10,1:-1|1", "0:9,1:-1|2", "0:9|2"})
  void whoComesBackHearsWhatWasMissed(String since, int missed) {
    recent.listen(ear, position(since));

    assertThat(ear.resumed).isTrue();
    assertThat(ear.heard).hasSize(missed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0:8,1:0", "0:11,1:0", "1:0", "0:10,1:5"})
  void whoWasAwayTooLongOrComesFromElsewhereBeginsAnew(String since) {
    recent.listen(ear, position(since));

    assertThat(ear.resumed).isFalse();
    assertThat(ear.heard).isEmpty();
  }

  @Test
  void whatIsForgottenIsNotPassedOverInSilence() {
    recent.add(0, 11, change());
    recent.add(0, 12, change());

    recent.listen(ear, position("0:9,1:0"));

    assertThat(ear.resumed).isFalse();
  }

  @Test
  void theTailGoesOnWhereItWas() {
    assertThat(recent.next(0)).hasValue(11);
    assertThat(recent.next(2)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "0:", "0:1,", "0:1;1:2", "99999999:1", "0:1 OR 1"})
  void whatIsNoPositionIsNone(String text) {
    assertThat(Position.parse(text)).isEmpty();
  }

  private static Position position(String text) {
    return Position.parse(text).orElseThrow();
  }

  private static AlertChanged change() {
    return AlertChanged.newBuilder()
        .setEventId("e")
        .setOccurredAt(TestEvents.now())
        .setPatientId(null)
        .setSiteId("site-a")
        .setCorrelationId(null)
        .setSynthetic(false)
        .build();
  }
}
