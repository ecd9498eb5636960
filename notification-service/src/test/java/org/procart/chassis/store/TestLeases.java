package org.procart.chassis.store;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;

/** Leases for tests without the whole service. */
public final class TestLeases {

  private TestLeases() {}

  public static Leases of(MongoDatabase database, Clock clock) {
    return new Leases(database.getCollection("leases"), clock);
  }
}
