package org.procart.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.procart.schemas.Answer;
import org.procart.schemas.AnswerKind;
import org.procart.schemas.Completeness;
import org.procart.schemas.SubmissionReceived;
import org.procart.schemas.catalogue.Catalogue;

class StoredEventTest {

  static {
    TrustedRecords.trust();
  }

  private final SubmissionReceived report =
      SubmissionReceived.newBuilder()
          .setEventId("e")
          .setOccurredAt(Instant.parse("2026-06-01T03:10:00.123Z"))
          .setPatientId("p-1")
          .setCompleteness(Completeness.PARTIAL)
          .setAnswers(
              List.of(
                  Answer.newBuilder()
                      .setLinkId("proctcae-46a-sev")
                      .setKind(AnswerKind.CODED)
                      .setOrdinal(3)
                      .build()))
          .build();

  @Test
  void whatIsStoredComesBack() {
    byte[] stored = StoredEvent.encode(report);
    assertThat(StoredEvent.decode(Catalogue.load(), "pro.submission.v1", stored)).isEqualTo(report);
  }

  @Test
  void bytesOfAnUnknownSchemaAreRefused() {
    byte[] stored = StoredEvent.encode(report);
    stored[5] ^= 1;
    assertThatThrownBy(() -> StoredEvent.decode(Catalogue.load(), "pro.submission.v1", stored))
        .isInstanceOf(AvroRuntimeException.class);
  }

  /** This module's tests run without the JVM setting that names trusted packages. */
  @Test
  void avroTrustsOurRecordsWithoutAJvmSetting() throws IOException {
    assertThat(System.getProperty("org.apache.avro.SERIALIZABLE_PACKAGES")).isNull();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new SpecificDatumWriter<SubmissionReceived>(SubmissionReceived.getClassSchema())
        .write(report, encoder);
    encoder.flush();
    var reader =
        new SpecificDatumReader<SubmissionReceived>(
            SubmissionReceived.getClassSchema(),
            SubmissionReceived.getClassSchema(),
            new SpecificData());
    assertThat(reader.read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null)))
        .isEqualTo(report);
  }
}
