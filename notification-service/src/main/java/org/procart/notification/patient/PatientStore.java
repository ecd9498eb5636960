package org.procart.notification.patient;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.procart.notification.document.KeptRecords;
import org.springframework.stereotype.Component;

/** Patients' sites and reminder contacts, and who looked at them. */
@Component
public class PatientStore {

  private final KeptRecords<Patient> patients;
  private final KeptRecords<PatientContacts> contacts;
  private final MongoCollection<Document> audit;
  private final Clock clock;

  PatientStore(MongoDatabase database, Clock clock) {
    this.patients = new KeptRecords<>(database, "patients", Patient.class);
    this.contacts = new KeptRecords<>(database, "patient_contacts", PatientContacts.class);
    this.audit = database.getCollection("contact_audit");
    this.clock = clock;
  }

  public Optional<Patient> find(String patientId) {
    return patients.find(patientId);
  }

  /** False when a newer or the same is known; a copy without the newer fields is not the same. */
  boolean learn(Patient patient) {
    boolean newer =
        find(patient.patientId())
            .filter(known -> known.revision() > patient.revision() || known.equals(patient))
            .isEmpty();
    if (newer) {
      patients.put(patient.patientId(), patient);
    }
    return newer;
  }

  /** The patient is erased everywhere: so are the contacts. */
  void erase(String patientId) {
    contacts.remove(patientId);
    patients.remove(patientId);
  }

  /**
   * @param reader who looks, for the audit
   */
  public Optional<PatientContacts> contacts(String patientId, String reader) {
    note(patientId, reader, "READ");
    return contacts.find(patientId);
  }

  /**
   * Whose patients or carers have this number.
   *
   * @param reader who looks, for the audit
   */
  public List<PatientContacts> withPhone(String number, String reader) {
    List<PatientContacts> found =
        contacts.all().stream().filter(each -> each.byPhone(number).isPresent()).toList();
    found.forEach(each -> note(each.patientId(), reader, "READ"));
    return found;
  }

  void put(PatientContacts changed, String writer) {
    note(changed.patientId(), writer, "WRITTEN");
    contacts.put(changed.patientId(), changed);
  }

  void remove(String patientId, String writer) {
    note(patientId, writer, "ERASED");
    contacts.remove(patientId);
  }

  /** Noted before it is done: whoever looks is known, also when the looking fails. */
  private void note(String patientId, String who, String what) {
    audit.insertOne(
        new Document("patientId", patientId)
            .append("who", who)
            .append("what", what)
            .append("at", Date.from(clock.instant())));
  }
}
