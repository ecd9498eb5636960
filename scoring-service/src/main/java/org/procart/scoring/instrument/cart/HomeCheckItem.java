package org.procart.scoring.instrument.cart;

import java.util.List;
import java.util.stream.Stream;

/** Codes of the items that are more than raw answers; part of the published questionnaire. */
final class HomeCheckItem {

  static final String TEMPERATURE = "temperature";
  static final String ANTIPYRETIC = "antipyretic-6h";
  static final String STEROID = "steroid-6h";
  static final String SYSTOLIC = "systolic";
  static final String OXYGEN = "spo2";
  static final String ICE = "ice";
  static final List<String> ICE_COMPONENTS =
      List.of(
          "ice-year",
          "ice-month",
          "ice-city",
          "ice-hospital",
          "ice-naming",
          "ice-command",
          "ice-writing",
          "ice-attention");

  /** Those that must be published as they are, because a grade is read from them. */
  static final List<String> NEEDED =
      Stream.concat(Stream.of(ANTIPYRETIC, STEROID, SYSTOLIC, OXYGEN, ICE), ICE_COMPONENTS.stream())
          .toList();

  private HomeCheckItem() {}
}
