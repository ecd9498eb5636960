package org.procart.intake.questionnaire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** An instrument with every kind of question. */
public final class TestInstruments {

  private TestInstruments() {}

  public static Instrument mixed() {
    try (InputStream file =
        Objects.requireNonNull(TestInstruments.class.getResourceAsStream("/questionnaire.json"))) {
      return new InstrumentReader().read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
