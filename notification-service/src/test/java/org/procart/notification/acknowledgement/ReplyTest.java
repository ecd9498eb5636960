package org.procart.notification.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ACK 4X9CD",
        "ack 4x9cd",
        "4X9CD",
        " 4 X 9 C D ",
        "Ack4x9cd.",
        "ACK: 4X9CD!",
        "ack\n4x9cd"
      })
  void caseSpacesAndTheWordAckDoNotCount(String text) {
    assertThat(Reply.read(text)).isEqualTo(new Reply.Accept("4X9CD"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NO 4X9CD", "no4x9cd", "No, 4X9 CD"})
  void noIsNo(String text) {
    assertThat(Reply.read(text)).isEqualTo(new Reply.Decline("4X9CD"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "OK",
        "ACK",
        "NO",
        "STOP",
        "cannot ACK 4X9CD",
        "do not ack 4X9CD",
        "ACK 4X9CD not me",
        "ACK 4X9CDX",
        "ACK 4X9C",
        "ACK 4X9C0",
        "NO ACK 4X9CD",
        "4X9CD 4X9CF"
      })
  void everythingElseIsNotAnAnswer(String text) {
    assertThat(Reply.read(text)).isEqualTo(new Reply.Unclear());
  }
}
