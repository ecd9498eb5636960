package org.procart.intake.questionnaire;

import java.math.BigDecimal;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Extensions that a questionnaire may carry, and values as text. */
final class Extensions {

  static final String ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
  static final String MINIMUM = "http://hl7.org/fhir/StructureDefinition/minValue";
  static final String MAXIMUM = "http://hl7.org/fhir/StructureDefinition/maxValue";
  static final String UNIT = "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption";
  static final String RED_FLAG = "https://procart.org/fhir/StructureDefinition/red-flag";
  static final String RED_FLAG_WHEN = "https://procart.org/fhir/StructureDefinition/red-flag-when";
  static final String NOT_ANSWERED_REASON =
      "https://procart.org/fhir/StructureDefinition/not-answered-reason";

  private Extensions() {}

  static @Nullable BigDecimal number(Element element, String url) {
    String text = text(element, url);
    return text == null ? null : new BigDecimal(text);
  }

  static @Nullable Integer wholeNumber(Element element, String url) {
    BigDecimal number = number(element, url);
    return number == null ? null : (Integer) number.intValueExact();
  }

  static @Nullable String text(Element element, String url) {
    return element.getExtensionByUrl(url) != null
            && element.getExtensionByUrl(url).getValue() instanceof PrimitiveType<?> primitive
        ? primitive.getValueAsString()
        : null;
  }

  /** A value in the form in which answers are compared with it. */
  static String text(Type value) {
    return switch (value) {
      case Coding coding -> coding.getCode();
      case Quantity quantity -> quantity.getValue().toPlainString();
      case PrimitiveType<?> primitive -> primitive.getValueAsString();
      default -> throw new IllegalArgumentException("%s is no value".formatted(value.fhirType()));
    };
  }
}
