package org.procart.intake.questionnaire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.jspecify.annotations.Nullable;
import org.procart.intake.site.AdviceLevel;

/** Reads the permitted answers of items, written out or as a value set inside the file. */
final class OptionReader {

  private final Map<String, ValueSet> valueSets = new HashMap<>();

  OptionReader(Questionnaire questionnaire) {
    for (Resource contained : questionnaire.getContained()) {
      if (contained instanceof ValueSet valueSet) {
        valueSets.put("#" + valueSet.getIdElement().getIdPart().replace("#", ""), valueSet);
      }
    }
  }

  List<Option> options(QuestionnaireItemComponent item) {
    Stream<Option> written = item.getAnswerOption().stream().map(OptionReader::written);
    if (!item.hasAnswerValueSet()) {
      return written.toList();
    }
    ValueSet valueSet = valueSets.get(item.getAnswerValueSet());
    if (valueSet == null) {
      throw new IllegalArgumentException(
          "item %s takes its options from %s, which is not contained in the file"
              .formatted(item.getLinkId(), item.getAnswerValueSet()));
    }
    return Stream.concat(
            written, valueSet.getCompose().getInclude().stream().flatMap(OptionReader::listed))
        .toList();
  }

  private static Stream<Option> listed(ConceptSetComponent include) {
    return include.getConcept().stream()
        .map(concept -> option(Option.CODING, include.getSystem(), code(concept), concept));
  }

  private static String code(ConceptReferenceComponent concept) {
    return Objects.requireNonNull(concept.getCode(), "a concept has no code");
  }

  private static Option written(QuestionnaireItemAnswerOptionComponent component) {
    Type value = component.getValue();
    return option(
        "value" + Character.toUpperCase(value.fhirType().charAt(0)) + value.fhirType().substring(1),
        value instanceof Coding coding ? coding.getSystem() : null,
        Extensions.text(value),
        component);
  }

  private static Option option(
      String element, @Nullable String system, String code, Element component) {
    String redFlag = Extensions.text(component, Extensions.RED_FLAG);
    return new Option(
        element,
        system,
        code,
        Extensions.wholeNumber(component, Extensions.ORDINAL),
        redFlag == null ? AdviceLevel.NONE : AdviceLevel.valueOf(redFlag),
        Extensions.text(component, Extensions.NOT_ANSWERED_REASON));
  }
}
