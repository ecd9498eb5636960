package org.procart.notification.oncall;

import com.mongodb.client.MongoDatabase;

/** Staff for tests of other packages. */
public final class StaffStores {

  private StaffStores() {}

  public static StaffStore of(MongoDatabase database, StaffMember... members) {
    StaffStore store = new StaffStore(database);
    for (StaffMember member : members) {
      StaffMember _ = store.change(member.staffId(), known -> member);
    }
    return store;
  }
}
