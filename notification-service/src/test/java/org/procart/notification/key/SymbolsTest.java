package org.procart.notification.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SymbolsTest {

  private final Symbols symbols = new Symbols();

  @Test
  void codesHoldNoLookAlikesAndNoWords() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(symbols.code()).hasSize(5).matches("[34679CDFGHJMNPQRTWXY]+");
    }
    assertThat(Symbols.CODE_ALPHABET).doesNotContainAnyWhitespaces();
    for (String hardToTell : new String[] {"0", "O", "1", "I", "L", "5", "S", "2", "Z", "8", "B"}) {
      assertThat(Symbols.CODE_ALPHABET).doesNotContain(hardToTell);
    }
  }

  @Test
  void tokensAreLongAndNeverTheSame() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      seen.add(symbols.token());
    }

    assertThat(seen).hasSize(10_000).allMatch(token -> token.matches("[A-Za-z0-9]{22}"));
  }
}
