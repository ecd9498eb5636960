package org.procart.intake.questionnaire;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.procart.schemas.questionnaire.InstrumentFileException;
import org.procart.schemas.questionnaire.QuestionnaireCatalogue;
import org.procart.schemas.questionnaire.ReleasedQuestionnaire;

/** Finds the instrument that a report names. */
public final class Instruments {

  /** What a canonical reference led to. */
  public sealed interface Lookup {

    record Found(Instrument instrument) implements Lookup {}

    record UnknownUrl() implements Lookup {}

    /** The questionnaire is known, this version of it is not. */
    record UnknownVersion(Instrument newest) implements Lookup {}
  }

  private final QuestionnaireCatalogue catalogue;
  private final InstrumentReader reader;
  private final Map<String, Instrument> read = new ConcurrentHashMap<>();

  Instruments(QuestionnaireCatalogue catalogue, InstrumentReader reader) {
    this.catalogue = catalogue;
    this.reader = reader;
    // A file that cannot be read stops the start, not the first report.
    catalogue.all().forEach(this::instrument);
  }

  public static Instruments released() {
    return new Instruments(QuestionnaireCatalogue.load(), new InstrumentReader());
  }

  /**
   * @param canonical url, or url|version; without version the newest released one counts
   */
  public Lookup find(String canonical) {
    int bar = canonical.indexOf('|');
    String url = bar < 0 ? canonical : canonical.substring(0, bar);
    String version = bar < 0 ? null : canonical.substring(bar + 1);
    Optional<Lookup> found =
        catalogue.find(url, version).map(this::instrument).map(Lookup.Found::new);
    return found.orElseGet(
        () ->
            catalogue
                .find(url, null)
                .<Lookup>map(newest -> new Lookup.UnknownVersion(instrument(newest)))
                .orElseGet(Lookup.UnknownUrl::new));
  }

  private Instrument instrument(ReleasedQuestionnaire questionnaire) {
    return read.computeIfAbsent(questionnaire.toString(), key -> read(questionnaire));
  }

  private Instrument read(ReleasedQuestionnaire questionnaire) {
    try {
      return reader.read(questionnaire.json());
    } catch (RuntimeException e) { // also what the FHIR parser finds wrong
      throw new InstrumentFileException(questionnaire.toString(), String.valueOf(e.getMessage()));
    }
  }
}
