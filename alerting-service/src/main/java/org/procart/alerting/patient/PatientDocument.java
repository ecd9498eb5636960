package org.procart.alerting.patient;

import org.bson.codecs.pojo.annotations.BsonId;

/** How a patient is kept. */
public record PatientDocument(@BsonId String id, Long revision, Patient patient) {}
