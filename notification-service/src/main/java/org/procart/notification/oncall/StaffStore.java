package org.procart.notification.oncall;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

  /** Why the person cannot be reached as needed; empty: she can. */
  public List<Lack> lacks(String staffId) {
    Optional<StaffMember> member = find(staffId);
    if (member.isEmpty()) {
      return List.of(Lack.UNKNOWN);
    }
    List<Lack> lacks = new ArrayList<>();
    List<ContactPoint> contacts = member.get().reachable(false);
    if (member.get().contacts().stream().anyMatch(contact -> contact.optedOutAt() != null)) {
      lacks.add(Lack.OPTED_OUT);
    } else if (contacts.isEmpty()) {
      lacks.add(Lack.UNVERIFIED);
    }
    if (!contacts.isEmpty()
        && contacts.stream().noneMatch(contact -> contact.channel().givesReceipts())) {
      lacks.add(Lack.NO_PHONE);
    }
    return lacks;
  }

  /** Whom a page can reach, as things are now. */
  public Predicate<String> reachable() {
    Set<String> reached =
        staff.all().stream()
            .filter(member -> !member.reachable(false).isEmpty())
            .map(StaffMember::staffId)
            .collect(Collectors.toUnmodifiableSet());
    return reached::contains;
  }

  StaffMember change(String staffId, Function<Optional<StaffMember>, StaffMember> change) {
    return staff.change(staffId, change);
  }
}
