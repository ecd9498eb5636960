package org.procart.alerting.alert;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

/**
 * Where alerts are kept.
 *
 * @param alerts those that a timer, a relay or a list looks through: live, or closed just now
 * @param archive the others
 */
record AlertCollections(MongoCollection<Document> alerts, MongoCollection<Document> archive) {}
