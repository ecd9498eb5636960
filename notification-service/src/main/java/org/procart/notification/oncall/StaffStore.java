package org.procart.notification.oncall;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import org.procart.notification.document.KeptRecords;
import org.springframework.stereotype.Component;

/** Staff and how to reach them; nothing of it ever goes on a topic. */
@Component
public class StaffStore {

  private final KeptRecords<StaffMember> staff;

  StaffStore(MongoDatabase database) {
    this.staff = new KeptRecords<>(database, "staff", StaffMember.class);
  }

  public Optional<StaffMember> find(String staffId) {
    return staff.find(staffId);
  }

  public List<StaffMember> all() {
    return staff.all();
  }

  public List<StaffMember> atSite(String siteId) {
    return staff.all().stream().filter(member -> member.sites().contains(siteId)).toList();
  }

  void put(StaffMember member) {
    staff.put(member.staffId(), member);
  }
}
