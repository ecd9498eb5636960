package org.procart.local.demo;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.procart.local.process.Resources;

/** A PRO-CTCAE report as the German national front end writes it, with the time of now. */
final class DemoReport {

  private DemoReport() {}

  static String of(String patientId, ZonedDateTime authored) {
    String time = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(authored.withNano(0));
    return Resources.text(DemoReport.class, "report.json")
        .replace("PATIENT", patientId)
        .replace("AUTHORED", time);
  }

  /** Enrolment of a patient who was infused six days ago. */
  static String enrolment(ZonedDateTime now) {
    return """
    {"siteId":"site-a","zoneId":"Europe/London","language":"en",
     "therapy":[{"product":"axi-cel","indication":"lbcl","infusionDate":"%s"}],
     "schedule":"cart-home","carers":[],
     "consent":{"care":true,"research":[],"objections":[]},"status":"ACTIVE"}
    """
        .formatted(now.toLocalDate().minusDays(6));
  }
}
