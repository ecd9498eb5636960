package org.procart.intake.questionnaire;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.procart.intake.site.AdviceLevel;

/** Turns a FHIR R4 Questionnaire into an {@link Instrument}. */
class InstrumentReader {

  private static final String ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
  private static final String MINIMUM = "http://hl7.org/fhir/StructureDefinition/minValue";
  private static final String MAXIMUM = "http://hl7.org/fhir/StructureDefinition/maxValue";
  private static final String RED_FLAG = "https://procart.org/fhir/StructureDefinition/red-flag";
  private static final String NOT_ANSWERED_REASON =
      "https://procart.org/fhir/StructureDefinition/not-answered-reason";

  private final FhirContext fhir = FhirContext.forR4Cached();

  Instrument read(String json) {
    Questionnaire questionnaire =
        fhir.newJsonParser()
            .setParserErrorHandler(new StrictErrorHandler())
            .parseResource(Questionnaire.class, json);
    List<Item> items = new ArrayList<>();
    collect(questionnaire.getItem(), null, items);
    return new Instrument(questionnaire.getUrl(), questionnaire.getVersion(), items);
  }

  private void collect(
      List<QuestionnaireItemComponent> components, @Nullable String parent, List<Item> into) {
    for (QuestionnaireItemComponent component : components) {
      into.add(item(component, parent));
      collect(component.getItem(), component.getLinkId(), into);
    }
  }

  private Item item(QuestionnaireItemComponent component, @Nullable String parent) {
    return new Item(
        component.getLinkId(),
        type(component),
        component.getRequired(),
        component.getRepeats(),
        component.getAnswerOption().stream().map(InstrumentReader::option).toList(),
        limits(component),
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

  private static Option option(QuestionnaireItemAnswerOptionComponent component) {
    BigDecimal ordinal = number(component.getExtensionByUrl(ORDINAL));
    String redFlag = code(component.getExtensionByUrl(RED_FLAG));
    return new Option(
        component.getValue() instanceof Coding coding ? coding.getSystem() : null,
        text(component.getValue()),
        ordinal == null ? null : ordinal.intValueExact(),
        redFlag == null ? AdviceLevel.NONE : AdviceLevel.valueOf(redFlag),
        code(component.getExtensionByUrl(NOT_ANSWERED_REASON)));
  }

  private static Limits limits(QuestionnaireItemComponent component) {
    return new Limits(
        number(component.getExtensionByUrl(MINIMUM)),
        number(component.getExtensionByUrl(MAXIMUM)),
        component.hasMaxLength() ? component.getMaxLength() : null);
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
    return new Condition(component.getQuestion(), operator, text(component.getAnswer()));
  }

  private static String text(Type value) {
    return switch (value) {
      case Coding coding -> coding.getCode();
      case PrimitiveType<?> primitive -> primitive.getValueAsString();
      default ->
          throw new IllegalArgumentException("Not supported as an option: " + value.fhirType());
    };
  }

  private static @Nullable BigDecimal number(@Nullable Extension extension) {
    return extension != null && extension.getValue() instanceof PrimitiveType<?> primitive
        ? new BigDecimal(primitive.getValueAsString())
        : null;
  }

  private static @Nullable String code(@Nullable Extension extension) {
    return extension != null && extension.getValue() instanceof PrimitiveType<?> primitive
        ? primitive.getValueAsString()
        : null;
  }
}
