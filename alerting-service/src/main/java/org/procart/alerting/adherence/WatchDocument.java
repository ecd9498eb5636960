package org.procart.alerting.adherence;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** How the steps of a patient are kept. */
public record WatchDocument(@BsonId String id, @Nullable List<Step> steps) {

  Steps known() {
    return steps == null ? Steps.NONE : new Steps(steps);
  }
}
