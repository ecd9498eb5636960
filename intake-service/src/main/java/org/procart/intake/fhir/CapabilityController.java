package org.procart.intake.fhir;

import java.time.Clock;
import java.util.Date;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says what this FHIR endpoint can do. */
@RestController
class CapabilityController {

  private final String statement;

  CapabilityController(Clock clock) {
    this.statement = FhirJson.write(statement(Date.from(clock.instant())));
  }

  @GetMapping(path = "/fhir/metadata", produces = FhirJson.MEDIA_TYPE)
  String metadata() {
    return statement;
  }

  private static CapabilityStatement statement(Date startedAt) {
    CapabilityStatement statement =
        new CapabilityStatement()
            .setStatus(PublicationStatus.ACTIVE)
            .setDate(startedAt)
            .setKind(CapabilityStatementKind.INSTANCE)
            .setFhirVersion(FHIRVersion._4_0_1);
    statement.getSoftware().setName("PRO-CART intake");
    statement.getImplementation().setDescription("Takes patient reports");
    statement.addFormat("application/fhir+json");
    CapabilityStatementRestComponent rest =
        statement.addRest().setMode(RestfulCapabilityMode.SERVER);
    rest.addInteraction().setCode(SystemRestfulInteraction.BATCH);
    rest.addResource()
        .setType("QuestionnaireResponse")
        .addInteraction()
        .setCode(TypeRestfulInteraction.CREATE);
    rest.addResource()
        .setType("Questionnaire")
        .addInteraction(interaction(TypeRestfulInteraction.READ))
        .addInteraction(interaction(TypeRestfulInteraction.SEARCHTYPE))
        .addSearchParam(search("url", SearchParamType.URI))
        .addSearchParam(search("version", SearchParamType.TOKEN));
    return statement;
  }

  private static CapabilityStatement.ResourceInteractionComponent interaction(
      TypeRestfulInteraction code) {
    return new CapabilityStatement.ResourceInteractionComponent().setCode(code);
  }

  private static CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent search(
      String name, SearchParamType type) {
    return new CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent()
        .setName(name)
        .setType(type);
  }
}
