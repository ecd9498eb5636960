package org.procart.intake.site;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;

/**
 * Every version of what a site told its patients, for ever: whoever asks years later what somebody
 * was told gets the words. A version is named by its content, so none is ever changed.
 */
public class AdviceTexts {

  private final MongoCollection<Document> texts;
  private final SiteForm form;
  private final Clock clock;

  AdviceTexts(MongoCollection<Document> texts, SiteForm form, Clock clock) {
    this.texts = texts;
    this.form = form;
    this.clock = clock;
  }

  /**
   * The site as it was when these texts were new.
   *
   * @param version as told with the text
   */
  public Optional<Site> find(String version) {
    return Optional.ofNullable(texts.find(eq("_id", version)).first())
        .map(kept -> form.read(Objects.requireNonNull(kept.getString("site"))));
  }

  /** Before the texts are told to anybody. */
  void keep(Site site) {
    try {
      texts.insertOne(
          new Document("_id", site.adviceVersion())
              .append("keptAt", Date.from(clock.instant()))
              .append("site", form.write(site)));
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e; // else it is kept already
      }
    }
  }
}
