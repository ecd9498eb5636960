package org.procart.alerting.alert;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.rule.Level;

/** The fields of a kept alert: the snapshot, and what lists and timers look for. */
final class AlertFields {

  static final String ID = "_id";
  static final String REVISION = "revision";
  static final String STATE = "state";
  static final String OPEN_KEY = "openKey";
  static final String PATIENT = "patientId";
  static final String SITE = "siteId";
  static final String LEVEL = "level";
  static final String RANK = "rank";
  static final String SYNTHETIC = "synthetic";
  static final String PAGED_LEVEL = "pagedLevel";
  static final String SOUNDING_AT = "soundingAt";
  static final String CLOSED_AT = "closedAt";

  private AlertFields() {}

  static Document of(Alert alert) {
    Episode episode = alert.episode();
    Subject subject = episode.origin().subject();
    Document fields =
        new Document(REVISION, episode.revision())
            .append(STATE, AlertState.of(alert).name())
            .append(PATIENT, subject.patientId())
            .append(SITE, subject.siteId())
            .append(LEVEL, episode.level().name())
            .append(RANK, episode.level() == Level.RED ? 0 : 1)
            .append(SYNTHETIC, subject.synthetic())
            .append(PAGED_LEVEL, pagedLevel(episode))
            .append(SOUNDING_AT, episode.sounding().at())
            .append("episode", episode);
    return alert instanceof Alert.Closed closed
        ? fields.append("closure", closed.closure()).append(CLOSED_AT, closed.closure().at())
        : fields;
  }

  private static @Nullable String pagedLevel(Episode episode) {
    Picture paged = episode.paging().picture();
    return paged == null ? null : paged.level().name();
  }
}
