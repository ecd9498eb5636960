package org.procart.alerting.adherence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
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
    try {
      plans.replaceOne(
          and(eq("_id", plan.patientId()), lt("revision", plan.revision())),
          new PlanDocument(plan.patientId(), plan.revision(), plan),
          new ReplaceOptions().upsert(true));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
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
