package org.procart.local.captured;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GsmAlphabetTest {

  /** 3GPP TS 23.038, tables 6.2.1 and 6.2.1.1. */
  @ParameterizedTest
  @CsvSource({"@,00", "_,11", "$,02", "A,41", "à,7f", "Δ,10", "€,1b65", "[,1b3c", "~,1b3d"})
  void characterIsWhereTheStandardPutsIt(String character, String octets) {
    byte[] encoded = GsmAlphabet.encode(character);

    assertThat(java.util.HexFormat.of().formatHex(encoded)).isEqualTo(octets);
    assertThat(GsmAlphabet.decode(encoded)).isEqualTo(character);
  }

  @Test
  void whatTheAlphabetDoesNotHaveIsNotCovered() {
    assertThat(GsmAlphabet.covers("PRO-CART RED 7K3P Site A 03:10. {€}")).isTrue();
    assertThat(GsmAlphabet.covers("漢")).isFalse();
    assertThat(GsmAlphabet.covers("`")).isFalse();
  }
}
