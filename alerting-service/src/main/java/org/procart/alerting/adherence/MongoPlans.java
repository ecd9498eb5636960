package org.procart.alerting.adherence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.procart.alerting.document.GuardedUpsert;
import org.springframework.stereotype.Component;

@Component
final class MongoPlans implements Plans {

  private static final String NAME = "plans";

  private final MongoCollection<PlanDocument> plans;
  private final MongoCollection<Document> names;

  MongoPlans(MongoDatabase database) {
    this.plans = database.getCollection(NAME, PlanDocument.class);
    this.names = database.getCollection(NAME);
  }

  @Override
  public boolean keep(Plan plan) {
    return GuardedUpsert.replace(
        plans,
        and(eq("_id", plan.patientId()), lt("revision", plan.revision())),
        new PlanDocument(plan.patientId(), plan.revision(), plan));
  }

  @Override
  public void erase(String patientId) {
    plans.deleteOne(eq("_id", patientId));
  }

  @Override
  public List<Plan> findAll(Collection<String> patientIds) {
    return plans.find(in("_id", patientIds)).map(PlanDocument::plan).into(new ArrayList<>());
  }

  @Override
  public void forEachPatient(Consumer<String> patientId) {
    names
        .find()
        .projection(Projections.include("_id"))
        .batchSize(500)
        .forEach(found -> patientId.accept(found.getString("_id")));
  }
}
