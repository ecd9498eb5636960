package org.procart.notification.policy;

import org.procart.chassis.security.Caller;
import org.procart.notification.request.Rights;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/sites/{siteId}/escalation-policy")
class PolicyController {

  private final PolicyStore policies;

  PolicyController(PolicyStore policies) {
    this.policies = policies;
  }

  @PutMapping
  EscalationPolicy put(Caller caller, @PathVariable String siteId, @RequestBody PolicyBody body) {
    Rights.requireAdministers(caller, siteId);
    EscalationPolicy policy = body.toPolicy(siteId);
    policies.put(policy);
    return policy;
  }

  /** The policy that is in force, also where the site has put none. */
  @GetMapping
  EscalationPolicy get(Caller caller, @PathVariable String siteId) {
    Rights.requireSees(caller, siteId);
    return policies.find(siteId).orElseGet(() -> EscalationPolicy.standard(siteId));
  }
}
