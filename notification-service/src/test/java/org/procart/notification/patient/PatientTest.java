package org.procart.notification.patient;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.procart.notification.document.StoredRecords;

class PatientTest {

  @ParameterizedTest
  @CsvSource({
    "PLANNED,true,true",
    "ACTIVE,true,true",
    "IN_HOSPITAL,true,true",
    "COMPLETED,true,false",
    "WITHDRAWN,true,false",
    "DECEASED,true,false",
    "ACTIVE,false,false",
    "SOMETHING_NEW,true,true",
    "'',true,true"
  })
  void whoMayBeReminded(String status, boolean careConsent, boolean expected) {
    assertThat(new Patient("P-1", 1, "site-a", status, careConsent).mayBeReminded())
        .isEqualTo(expected);
  }

  @Test
  void aCopyWithoutTheNewerFieldsIsStillRead() {
    Document old =
        new Document("patientId", "P-1").append("revision", 3L).append("siteId", "site-a");

    Patient read = StoredRecords.read(old, Patient.class);

    assertThat(read).isEqualTo(new Patient("P-1", 3, "site-a", null, null));
    assertThat(read.mayBeReminded()).isTrue();
  }

  @Test
  void aCopyIsReadAsItWasWritten() {
    Patient patient = new Patient("P-1", 3, null, "DECEASED", false);

    assertThat(StoredRecords.read(StoredRecords.toDocument(patient), Patient.class))
        .isEqualTo(patient);
  }
}
