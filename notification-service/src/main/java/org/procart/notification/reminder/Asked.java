package org.procart.notification.reminder;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.notification.wording.Addressee;

/**
 * What is asked of us.
 *
 * @param reminderId the same one is sent once for ever
 * @param personIds the patient, or the carers
 * @param language of the patient
 * @param expiresAt not sent from then on
 */
record Asked(
    String reminderId,
    String patientId,
    @Nullable String siteId,
    @Nullable String correlationId,
    boolean synthetic,
    Addressee addressee,
    List<String> personIds,
    String language,
    Instant expiresAt) {

  Asked {
    personIds = List.copyOf(personIds);
  }
}
