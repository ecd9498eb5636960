package org.procart.alerting.adherence;

import org.bson.codecs.pojo.annotations.BsonId;

/** How a plan is kept. */
public record PlanDocument(@BsonId String id, Long revision, Plan plan) {}
