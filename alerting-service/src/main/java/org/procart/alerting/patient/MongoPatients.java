package org.procart.alerting.patient;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.procart.alerting.document.GuardedUpsert;
import org.springframework.stereotype.Component;

@Component
final class MongoPatients implements Patients {

  private final MongoCollection<PatientDocument> patients;

  MongoPatients(MongoDatabase database) {
    this.patients = database.getCollection("patients", PatientDocument.class);
  }

  @Override
  public Optional<Patient> find(String patientId) {
    return Optional.ofNullable(patients.find(eq("_id", patientId)).first())
        .map(PatientDocument::patient);
  }

  @Override
  public List<Patient> findAll(Collection<String> patientIds) {
    return patients
        .find(in("_id", patientIds))
        .map(PatientDocument::patient)
        .into(new ArrayList<>());
  }

  @Override
  public boolean keep(Patient changed) {
    Patient patient = find(changed.patientId()).map(changed::following).orElse(changed);
    return GuardedUpsert.replace(
        patients,
        and(eq("_id", patient.patientId()), lt("revision", patient.revision())),
        new PatientDocument(patient.patientId(), patient.revision(), patient));
  }

  @Override
  public void erase(String patientId) {
    patients.deleteOne(eq("_id", patientId));
  }
}
