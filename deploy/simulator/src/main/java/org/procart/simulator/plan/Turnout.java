package org.procart.simulator.plan;

import org.jspecify.annotations.Nullable;
import org.procart.simulator.chance.Chance;
import org.procart.simulator.cohort.Patient;
import org.procart.simulator.table.ReportingTable;

/**
 * Who reports on a day. Missing reports are informative: they are more likely with ICANS.
 *
 * @param missing why the patient does not; null: reports
 */
record Turnout(Line.@Nullable Why missing, boolean carer) {

  static Turnout daily(Patient patient, int day, ReportingTable reporting, Chance chance) {
    double usual = patient.habits().diligence() * reporting.dailyShare(day);
    Turnout patientOnly = of(patient, day, usual, reporting, chance);
    boolean instead = chance.happens(reporting.carerInstead().value());
    boolean beside = chance.happens(reporting.carerBeside().value());
    boolean carer =
        patient.carerId() != null
            && patientOnly.missing() != Line.Why.IN_HOSPITAL
            && (patientOnly.missing() == Line.Why.ICANS ? instead : beside);
    return new Turnout(patientOnly.missing(), carer);
  }

  /** How a patient feels is nobody else's to say. */
  static Turnout weekly(Patient patient, int day, ReportingTable reporting, Chance chance) {
    return of(patient, day, patient.habits().weeklyDiligence(), reporting, chance);
  }

  private static Turnout of(
      Patient patient, int day, double usual, ReportingTable reporting, Chance chance) {
    boolean would = chance.happens(usual);
    boolean can = chance.happens(reporting.ownAtIcans(patient.icansGradeOn(day)));
    if (patient.inHospitalOn(day)) {
      return new Turnout(Line.Why.IN_HOSPITAL, false);
    }
    if (!would) {
      return new Turnout(Line.Why.NOT_DONE, false);
    }
    return new Turnout(can ? null : Line.Why.ICANS, false);
  }
}
