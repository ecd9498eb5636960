package org.procart.intake.questionnaire;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.jspecify.annotations.Nullable;

/** Turns a FHIR R4 Questionnaire into an {@link Instrument}. */
class InstrumentReader {

  private final FhirContext fhir = FhirContext.forR4Cached();

  Instrument read(String json) {
    Questionnaire questionnaire =
        fhir.newJsonParser()
            .setParserErrorHandler(new StrictErrorHandler())
            .parseResource(Questionnaire.class, json);
    List<Item> items = new ArrayList<>();
    collect(questionnaire.getItem(), null, new OptionReader(questionnaire), items);
    return new Instrument(questionnaire.getUrl(), questionnaire.getVersion(), items);
  }

  private void collect(
      List<QuestionnaireItemComponent> components,
      @Nullable String parent,
      OptionReader options,
      List<Item> into) {
    for (QuestionnaireItemComponent component : components) {
      into.add(item(component, parent, options));
      collect(component.getItem(), component.getLinkId(), options, into);
    }
  }

  private static Item item(
      QuestionnaireItemComponent component, @Nullable String parent, OptionReader options) {
    return new Item(
        component.getLinkId(),
        type(component),
        component.getRequired(),
        component.getRepeats(),
        options.options(component),
        limits(component),
        RedFlagReader.rules(component),
        component.getEnableWhen().stream().map(InstrumentReader::condition).toList(),
        component.getEnableBehavior() == EnableWhenBehavior.ANY,
        parent);
  }

  private static ItemType type(QuestionnaireItemComponent component) {
    return switch (component.getType()) {
      case GROUP -> ItemType.GROUP;
      case DISPLAY -> ItemType.DISPLAY;
      case BOOLEAN -> ItemType.BOOLEAN;
      case DECIMAL -> ItemType.DECIMAL;
      case INTEGER -> ItemType.INTEGER;
      case DATE -> ItemType.DATE;
      case DATETIME -> ItemType.DATE_TIME;
      case TIME -> ItemType.TIME;
      case STRING, TEXT -> ItemType.TEXT;
      case URL -> ItemType.URI;
      case CHOICE -> ItemType.CHOICE;
      case OPENCHOICE -> ItemType.OPEN_CHOICE;
      case ATTACHMENT -> ItemType.ATTACHMENT;
      case REFERENCE -> ItemType.REFERENCE;
      case QUANTITY -> ItemType.QUANTITY;
      case NULL, QUESTION ->
          throw new IllegalArgumentException(
              "Item %s has no type of its own".formatted(component.getLinkId()));
    };
  }

  private static Limits limits(QuestionnaireItemComponent component) {
    return new Limits(
        Extensions.number(component, Extensions.MINIMUM),
        Extensions.number(component, Extensions.MAXIMUM),
        component.hasMaxLength() ? component.getMaxLength() : null,
        component.getExtensionsByUrl(Extensions.UNIT).stream()
            .map(unit -> Extensions.text(unit.getValue()))
            .toList());
  }

  private static Condition condition(QuestionnaireItemEnableWhenComponent component) {
    Condition.Operator operator =
        switch (component.getOperator()) {
          case EXISTS -> Condition.Operator.EXISTS;
          case EQUAL -> Condition.Operator.EQUAL;
          case NOT_EQUAL -> Condition.Operator.NOT_EQUAL;
          case GREATER_THAN -> Condition.Operator.GREATER;
          case LESS_THAN -> Condition.Operator.LESS;
          case GREATER_OR_EQUAL -> Condition.Operator.GREATER_OR_EQUAL;
          case LESS_OR_EQUAL -> Condition.Operator.LESS_OR_EQUAL;
          case NULL -> throw new IllegalArgumentException("A condition has no operator");
        };
    return new Condition(component.getQuestion(), operator, Extensions.text(component.getAnswer()));
  }
}
