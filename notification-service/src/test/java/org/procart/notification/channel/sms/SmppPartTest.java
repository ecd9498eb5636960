package org.procart.notification.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jsmpp.bean.Alphabet;
import org.junit.jupiter.api.Test;
import org.procart.notification.channel.GsmText;
import org.procart.notification.channel.sms.SupplierSettings.LongMessages;

class SmppPartTest {

  @Test
  void whatFitsIsOnePartWithoutHeader() {
    List<SmppPart> parts = SmppPart.of("a".repeat(160), LongMessages.PARTS);

    assertThat(parts).hasSize(1);
    assertThat(parts.getFirst().withHeader()).isFalse();
    assertThat(parts.getFirst().octets()).hasSize(160);
    assertThat(SmppPart.of("ā".repeat(70), LongMessages.PARTS)).hasSize(1);
  }

  @Test
  void aLongTextIsCutAndNumbered() {
    List<SmppPart> parts = SmppPart.of("b".repeat(161), LongMessages.PARTS);

    assertThat(parts).hasSize(2).allMatch(SmppPart::withHeader);
    assertThat(parts.get(0).octets()).startsWith(6, 8, 4).hasSize(7 + 152);
    assertThat(parts.get(0).octets()[5]).isEqualTo((byte) 2);
    assertThat(parts.get(0).octets()[6]).isEqualTo((byte) 1);
    assertThat(parts.get(1).octets()[6]).isEqualTo((byte) 2);
    assertThat(Arrays.copyOfRange(parts.get(0).octets(), 3, 5))
        .isEqualTo(Arrays.copyOfRange(parts.get(1).octets(), 3, 5));
    assertThat(body(parts, true)).isEqualTo("b".repeat(161));
  }

  @Test
  void whatTheSmallAlphabetLacksGoesInTheLargeOne() {
    String text = "Kei te tāria tō pūrongo ".repeat(5);
    List<SmppPart> parts = SmppPart.of(text, LongMessages.PARTS);

    assertThat(parts).hasSize(2).allMatch(part -> part.alphabet() == Alphabet.ALPHA_UCS2);
    assertThat(parts).allMatch(part -> part.octets().length <= 140);
    assertThat(body(parts, false)).isEqualTo(text);
  }

  @Test
  void aSymbolIsNeverCutInTwo() {
    String euros = "a" + "€".repeat(100);
    String faces = "ab" + "😀".repeat(50);

    assertThat(body(SmppPart.of(euros, LongMessages.PARTS), true)).isEqualTo(euros);
    for (SmppPart part : SmppPart.of(euros, LongMessages.PARTS)) {
      assertThat(part.octets()[part.octets().length - 1]).isNotEqualTo((byte) 0x1B);
    }
    for (SmppPart part : SmppPart.of(faces, LongMessages.PARTS)) {
      assertThat(text(part, false)).matches("(ab)?(😀)+");
    }
  }

  @Test
  void inAPayloadItStaysWhole() {
    List<SmppPart> parts = SmppPart.of("c".repeat(500), LongMessages.PAYLOAD);

    assertThat(parts).hasSize(1);
    assertThat(parts.getFirst().inPayload()).isTrue();
    assertThat(parts.getFirst().octets()).hasSize(500);
  }

  private static String body(List<SmppPart> parts, boolean gsm) {
    StringBuilder all = new StringBuilder();
    parts.forEach(part -> all.append(text(part, gsm)));
    return all.toString();
  }

  private static String text(SmppPart part, boolean gsm) {
    byte[] text = Arrays.copyOfRange(part.octets(), 7, part.octets().length);
    return gsm ? GsmText.decode(text) : new String(text, StandardCharsets.UTF_16BE);
  }
}
