package org.procart.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.procart.notification.document.StoredRecords;

/** What an instance of the release before wrote is still paged after an upgrade. */
class OlderRecordTest {

  private static final List<String> NEWER_FIELDS =
      List.of(
          "day",
          "takenBy",
          "quiet",
          "overdueSeconds",
          "waitsFor",
          "language",
          "avoid",
          "trace",
          "recordedBy");

  @Test
  void anEscalationWithoutTheNewerFieldsGoesOn() {
    Ward ward = Ward.red().phonesAreSilent().at(0).acknowledge("nurse-9", "link-9");
    Document older = StoredRecords.toDocument(ward.escalation());
    assertThat(older.toJson()).contains(NEWER_FIELDS.toArray(String[]::new));
    strip(older);
    assertThat(older.toJson()).doesNotContain(NEWER_FIELDS.toArray(String[]::new));

    Escalation read = StoredRecords.read(older, Escalation.class);

    assertThat(read.attempts()).hasSize(2);
    assertThat(read.attempts().getFirst().status().sentAt()).isNull();
    assertThat(read.acknowledgements().getFirst().recordedBy()).isNull();
    assertThat(new Story(read).lines()).hasSize(3);
    Turn turn = new Turn(read, Ward.START.plusSeconds(900));
    new Advance(turn, ward).run();
    assertThat(turn.after().attempts()).hasSizeGreaterThanOrEqualTo(2);
  }

  private static void strip(Object value) {
    switch (value) {
      case null -> {}
      case Document document -> {
        NEWER_FIELDS.forEach(document::remove);
        document.values().forEach(OlderRecordTest::strip);
      }
      case List<?> list -> list.forEach(OlderRecordTest::strip);
      default -> {}
    }
  }
}
