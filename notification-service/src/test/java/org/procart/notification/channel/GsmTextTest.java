package org.procart.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GsmTextTest {

  @ParameterizedTest
  @CsvSource({"Zürich,Zürich", "Málaga,Malaga", "Łódź,?odz", "São Paulo,Sao Paulo", "急,?"})
  void whatTheAlphabetLacksIsReplaced(String text, String plain) {
    assertThat(GsmText.plain(text)).isEqualTo(plain);
  }

  @Test
  void whatIsEncodedIsDecoded() {
    String text = "PRO-CART RED @_$ äöü {x} [y] ~z €";

    assertThat(GsmText.decode(GsmText.encode(text))).isEqualTo(text);
  }

  @Test
  void someSignsTakeTwoPlaces() {
    assertThat(GsmText.length("abc")).isEqualTo(3);
    assertThat(GsmText.length("a~c")).isEqualTo(4);
  }

  @Test
  void theAlphabetIsTheStandardsOne() {
    assertThat(GsmText.encode("@_A a§")).containsExactly(0x00, 0x11, 0x41, 0x20, 0x61, 0x5F);
  }
}
