package org.procart.notification.policy;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.procart.notification.document.KeptRecords;
import org.springframework.stereotype.Component;

/** The escalation policies of the sites. */
@Component
public class PolicyStore {

  private final KeptRecords<EscalationPolicy> policies;

  PolicyStore(MongoDatabase database) {
    this.policies = new KeptRecords<>(database, "policies", EscalationPolicy.class);
  }

  public Optional<EscalationPolicy> find(String siteId) {
    return policies.find(siteId);
  }

  void put(EscalationPolicy policy) {
    policies.put(policy.siteId(), policy);
  }
}
