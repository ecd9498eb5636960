package org.procart.simulator.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.procart.simulator.chance.Chance;
import org.procart.simulator.cohort.Patient;
import org.procart.simulator.table.ReportingTable;

/** The daily home check as somebody answers it. */
public final class HomeCheck {

  public static final String URL = "https://procart.org/fhir/Questionnaire/cart-home-check";

  private static final List<String> YES_OR_NO =
      List.of(
          "chills",
          "dizziness",
          "fainting",
          "seizure",
          "hard-to-wake",
          "confusion",
          "weakness",
          "headache",
          "tremor",
          "speech");

  /** Who is confused often does not notice. */
  private static final List<String> UNNOTICED = List.of("confusion", "speech", "hard-to-wake");

  private static final double NOT_NOTICED = 0.5;
  private static final double ICE_BESIDE_PATIENT = 0.5;
  private static final int ICE_ASKED_UNTIL = 14;

  private final Form form;
  private final ReportingTable reporting;
  private final Thermometer thermometer;

  public HomeCheck(Form form, ReportingTable reporting) {
    this.form = form;
    this.reporting = reporting;
    this.thermometer = new Thermometer(reporting);
  }

  /**
   * @param slip what went wrong with the temperature; NONE if nothing
   */
  public record Filled(Map<String, Answer> answers, String slip) {}

  public Filled fill(Patient patient, DayTruth truth, Reporter by, Chance chance) {
    Map<String, Answer> answers = new TreeMap<>();
    Thermometer.Reading reading =
        thermometer.read(truth.temperature(), patient.habits().fahrenheit(), chance);
    answers.put("temperature", reading.answer());
    answers.put("antipyretic-6h", new Answer.Flag(truth.antipyretic()));
    answers.put("steroid-6h", new Answer.Flag(truth.steroid()));
    symptoms(truth, by, answers, chance);
    answers.put("breathless", form.choice("breathless", truth.breathless()));
    answers.put("bleeding", form.choice("bleeding", truth.bleeding()));
    answers.put("drinking", form.choice("drinking", truth.drinking()));
    devices(patient, truth, answers);
    answers.keySet().removeIf(_ -> chance.happens(reporting.skippedItem().value()));
    ice(patient, truth, by, answers, chance);
    boolean given = answers.containsKey("temperature");
    return new Filled(answers, given ? reading.slip().name() : Thermometer.Slip.NONE.name());
  }

  private static void symptoms(
      DayTruth truth, Reporter by, Map<String, Answer> answers, Chance chance) {
    for (String symptom : YES_OR_NO) {
      boolean overlooked =
          chance.happens(NOT_NOTICED)
              && by == Reporter.PATIENT
              && truth.icansGrade() > 0
              && UNNOTICED.contains(symptom);
      answers.put(symptom, new Answer.Flag(truth.present().contains(symptom) && !overlooked));
    }
  }

  private static void devices(Patient patient, DayTruth truth, Map<String, Answer> answers) {
    if (patient.habits().cuff()) {
      answers.put("systolic", measure(truth.circulation().systolic(), "mm[Hg]"));
      answers.put("diastolic", measure(truth.circulation().diastolic(), "mm[Hg]"));
      answers.put("pulse", measure(truth.circulation().pulse(), "/min"));
    }
    if (patient.habits().oximeter()) {
      answers.put("spo2", measure(truth.circulation().spo2(), "%"));
    }
  }

  private static void ice(
      Patient patient, DayTruth truth, Reporter by, Map<String, Answer> answers, Chance chance) {
    boolean beside = chance.happens(ICE_BESIDE_PATIENT);
    if (by == Reporter.CARER) {
      IceCheck.byCarer(truth, answers, chance);
    } else if (patient.carerId() == null) {
      answers.put("ice", new Answer.Choice("ice-no-carer"));
    } else if (beside && truth.day() <= ICE_ASKED_UNTIL) {
      IceCheck.byCarer(truth, answers, chance);
    }
  }

  private static Answer measure(int value, String unit) {
    return new Answer.Measure(BigDecimal.valueOf(value), unit);
  }
}
