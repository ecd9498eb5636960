package org.procart.notification.patient;

import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reminder contacts of patients and carers: for the site's own people and systems only. */
@RestController
@RequestMapping("/patients/{patientId}/contacts")
class ContactsController {

  private final PatientStore store;

  ContactsController(PatientStore store) {
    this.store = store;
  }

  @PutMapping
  PatientContacts put(
      Caller caller, @PathVariable String patientId, @RequestBody ContactsBody body) {
    requireTheirs(caller, patientId);
    PatientContacts contacts = body.toContacts(patientId);
    store.put(contacts, caller.subject());
    return contacts;
  }

  @GetMapping
  PatientContacts get(Caller caller, @PathVariable String patientId) {
    requireTheirs(caller, patientId);
    return store
        .contacts(patientId, caller.subject())
        .orElseThrow(() -> ProblemException.notFound("contact"));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void erase(Caller caller, @PathVariable String patientId) {
    requireTheirs(caller, patientId);
    store.remove(patientId, caller.subject());
  }

  /** A patient of another site looks like none. */
  private void requireTheirs(Caller caller, String patientId) {
    caller.requireAny("site-admin", "front-end");
    if (store.find(patientId).filter(known -> caller.seesSite(known.siteId())).isEmpty()) {
      throw ProblemException.notFound("patient");
    }
  }
}
