package org.procart.intake.schedule;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.procart.intake.patient.CareStatus;
import org.procart.intake.patient.Patient;
import org.procart.intake.protocol.Entry;
import org.procart.intake.protocol.Protocol;
import org.procart.intake.schedule.Occurrence.Place;

/**
 * Everything that is asked of a patient, for other services. Nobody is asked for what is not in it.
 *
 * @param forms one for each questionnaire, in the order of the protocol
 */
record Planned(
    String patientId,
    String siteId,
    boolean synthetic,
    ZoneId zone,
    String protocol,
    String protocolVersion,
    List<PlannedForm> forms) {

  Planned {
    forms = List.copyOf(forms);
  }

  static Planned of(Patient patient, Protocol protocol, Licensed licensed) {
    return new Planned(
        patient.patientId(),
        patient.siteId(),
        patient.synthetic(),
        patient.zone(),
        protocol.name(),
        protocol.version(),
        asked(patient) ? forms(patient, protocol, licensed) : List.of());
  }

  private static boolean asked(Patient patient) {
    return patient.watched()
        && patient.status() != CareStatus.DECEASED
        && patient.status() != CareStatus.COMPLETED;
  }

  private static List<PlannedForm> forms(Patient patient, Protocol protocol, Licensed licensed) {
    Map<String, List<PlannedReport>> due = new LinkedHashMap<>();
    protocol.entries().forEach(entry -> due.put(entry.questionnaire(), new ArrayList<>()));
    for (Occurrence each : Plan.of(protocol, patient.infusionDates(), patient.zone())) {
      Place place = each.place();
      String questionnaire = each.entry().questionnaire();
      if (place != null && licensed.on(place.dueOn(), questionnaire)) {
        due.getOrDefault(questionnaire, List.of()).add(PlannedReport.at(place));
      }
    }
    return due.entrySet().stream()
        .filter(form -> !form.getValue().isEmpty())
        .map(
            form -> new PlannedForm(form.getKey(), title(protocol, form.getKey()), form.getValue()))
        .toList();
  }

  /** Longer ones only add which of its times they are for. */
  private static String title(Protocol protocol, String questionnaire) {
    return protocol.entries().stream()
        .filter(entry -> entry.questionnaire().equals(questionnaire))
        .map(Entry::title)
        .min(Comparator.comparingInt(String::length))
        .orElse(questionnaire);
  }
}
