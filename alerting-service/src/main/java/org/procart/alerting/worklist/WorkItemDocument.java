package org.procart.alerting.worklist;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** How an entry is kept. */
public record WorkItemDocument(
    @BsonId String id, @Nullable String siteId, Boolean synthetic, WorkItem item) {

  static WorkItemDocument of(WorkItem item) {
    return new WorkItemDocument(item.itemId(), item.siteId(), item.synthetic(), item);
  }
}
