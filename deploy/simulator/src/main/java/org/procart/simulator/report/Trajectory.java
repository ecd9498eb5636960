package org.procart.simulator.report;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.procart.simulator.chance.Chance;
import org.procart.simulator.cohort.Patient;
import org.procart.simulator.table.Figure;
import org.procart.simulator.table.SymptomTable;

/**
 * One patient's PRO-CTCAE answers from week to week: what a person tends to have stays, and how
 * many have something severe follows the published shares.
 */
public final class Trajectory {

  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
  private static final double BURDEN_IN_TERM = 0.5;
  private static final double MODERATE_OF_COMMON = 0.2;
  private static final double VERY_SEVERE = 0.2;
  private static final int MOST_SEVERE_TERMS = 3;
  private static final int RECALL_DAYS = 7;
  private static final String CONCENTRATION = "46";
  private static final String MEMORY = "47";

  private final Patient patient;
  private final Form form;
  private final SymptomTable table;
  private final NavigableMap<String, Term> terms;
  private final Map<String, Double> tendency = new HashMap<>();
  private final Map<String, Integer> milder = new HashMap<>();

  public Trajectory(Patient patient, Form form, SymptomTable table, Chance chance) {
    this.patient = patient;
    this.form = form;
    this.table = table;
    this.terms = Term.of(form);
    double own = Math.sqrt(1 - BURDEN_IN_TERM * BURDEN_IN_TERM);
    terms.forEach(
        (number, term) -> {
          double drawn = BURDEN_IN_TERM * patient.burden() + own * chance.normal(0, 1);
          tendency.put(number, drawn);
          int leading = chance.whole(0, term.linkIds().size() - 1);
          IntStream.range(0, term.linkIds().size())
              .filter(at -> at != leading)
              .forEach(at -> milder.put(term.linkIds().get(at), chance.whole(0, 1)));
        });
  }

  public Survey on(int day, Chance chance) {
    Map<String, Integer> levels = new TreeMap<>();
    terms.keySet().forEach(number -> levels.put(number, mild(number, day, chance.split())));
    boolean severe = rank(patient.burden(), table.lasting(), chance) < table.severeShare(day);
    Chance severity = chance.split();
    if (recentIcans(day)) {
      levels.computeIfPresent(CONCENTRATION, (_, level) -> Math.max(1, level));
      levels.computeIfPresent(MEMORY, (_, level) -> Math.max(1, level));
    }
    if (severe) {
      makeSevere(levels, day, severity);
    }
    Map<String, Answer> answers = new TreeMap<>();
    levels.forEach((number, level) -> term(number).answer(level, milder, form, answers));
    return new Survey(day, severe, levels, answers);
  }

  private int mild(String number, int day, Chance chance) {
    SymptomTable.Term term = table.terms().get(number);
    double share = (term == null ? 0 : term.common()) * table.mild(day);
    double rank = rank(tendency.getOrDefault(number, 0.0), table.lastingMild(), chance);
    return rank < MODERATE_OF_COMMON * share ? 2 : rank < share ? 1 : 0;
  }

  private void makeSevere(Map<String, Integer> levels, int day, Chance chance) {
    chance
        .pickSome(chance.whole(1, MOST_SEVERE_TERMS), table.severeWeights())
        .forEach(number -> levels.computeIfPresent(number, (_, _) -> severeLevel(chance)));
    if (recentIcans(day)) {
      levels.computeIfPresent(CONCENTRATION, (_, _) -> severeLevel(chance));
    }
    for (String mood : table.moods()) {
      if (chance.happens(table.moodInSevere().value())) {
        levels.computeIfPresent(mood, (_, _) -> severeLevel(chance));
      }
    }
  }

  private static int severeLevel(Chance chance) {
    return chance.happens(VERY_SEVERE) ? 4 : 3;
  }

  /** Uniform over patients; stays alike for one patient as far as burdens last. */
  private static double rank(double lasting, Figure share, Chance chance) {
    double part = share.value();
    return STANDARD.survivalProbability(
        Math.sqrt(part) * lasting + Math.sqrt(1 - part) * chance.normal(0, 1));
  }

  private boolean recentIcans(int day) {
    return IntStream.rangeClosed(day - RECALL_DAYS + 1, day)
        .anyMatch(each -> patient.icansGradeOn(each) > 0);
  }

  private Term term(String number) {
    Term term = terms.get(number);
    if (term == null) {
      throw new IllegalStateException("no term " + number);
    }
    return term;
  }
}
