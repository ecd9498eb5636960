package org.procart.alerting.patient;

import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

@Component
final class MongoEnrolledPatients implements EnrolledPatients {

  private static final String SITE = "patient.siteId";

  private final MongoCollection<Document> patients;

  MongoEnrolledPatients(MongoDatabase database) {
    this.patients = database.getCollection("patients");
  }

  @Override
  public List<Enrolled> real() {
    List<Enrolled> enrolled = new ArrayList<>();
    patients
        .find(ne("patient.synthetic", true))
        .projection(include(SITE))
        .sort(ascending("_id"))
        .forEach(
            found ->
                enrolled.add(
                    new Enrolled(
                        found.getString("_id"),
                        found.getEmbedded(List.of("patient", "siteId"), String.class))));
    return enrolled;
  }
}
