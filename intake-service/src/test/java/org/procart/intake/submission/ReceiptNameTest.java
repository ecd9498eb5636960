package org.procart.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceiptNameTest {

  @Test
  void aReceiptIsReadBackHoweverItWasTyped() {
    // Given
    String receipt = ReceiptName.of("event", 0, ReceiptName.SYMBOLS);

    // Then
    assertThat(receipt)
        .matches(
            "[34679ACDEFGHJKMNPQRTWXY]{4}-[34679ACDEFGHJKMNPQRTWXY]{4}-[34679ACDEFGHJKMNPQRTWXY]{2}");
    assertThat(ReceiptName.parse(receipt)).contains(receipt);
    assertThat(ReceiptName.parse(" " + receipt.toLowerCase().replace("-", " "))).contains(receipt);
  }

  @Test
  void oneWrongSymbolAndTwoSwappedOnesAreNoticed() {
    // Given
    String receipt = ReceiptName.of("event", 0, ReceiptName.SYMBOLS).replace("-", "");

    // Then
    for (int i = 0; i < receipt.length(); i++) {
      for (char other : "34679ACDEFGHJKMNPQRTWXY".toCharArray()) {
        String wrong = receipt.substring(0, i) + other + receipt.substring(i + 1);
        assertThat(ReceiptName.parse(wrong).isPresent()).isEqualTo(wrong.equals(receipt));
      }
    }
    for (int i = 0; i + 1 < receipt.length(); i++) {
      String swapped =
          receipt.substring(0, i)
              + receipt.charAt(i + 1)
              + receipt.charAt(i)
              + receipt.substring(i + 2);
      assertThat(ReceiptName.parse(swapped).isPresent()).isEqualTo(swapped.equals(receipt));
    }
    assertThat(ReceiptName.parse("")).isEmpty();
    assertThat(ReceiptName.parse("O0I1")).isEmpty();
  }

  @Test
  void eachAttemptIsAnotherName() {
    // Given
    Set<String> names = new HashSet<>();

    // When
    for (int attempt = 0; attempt < 1_000; attempt++) {
      names.add(ReceiptName.of("event", attempt, ReceiptName.SYMBOLS));
    }

    // Then
    assertThat(names).hasSize(1_000);
  }
}
