package org.procart.intake.questionnaire;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.ProblemException;
import org.procart.schemas.questionnaire.QuestionnaireCatalogue;
import org.procart.schemas.questionnaire.ReleasedQuestionnaire;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The questionnaires that reports may answer, exactly as they are released. */
@RestController
class QuestionnaireController {

  private static final String FHIR_JSON = "application/fhir+json;charset=UTF-8";

  private final QuestionnaireCatalogue catalogue;

  QuestionnaireController(QuestionnaireCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @GetMapping(path = "/fhir/Questionnaire/{id}", produces = FHIR_JSON)
  ResponseEntity<String> read(@PathVariable String id) {
    ReleasedQuestionnaire questionnaire =
        catalogue.byId(id).orElseThrow(() -> ProblemException.notFound("questionnaire"));
    return ResponseEntity.ok()
        .eTag("W/\"" + questionnaire.version() + "\"")
        .body(questionnaire.json());
  }

  @GetMapping(path = "/fhir/Questionnaire", produces = FHIR_JSON)
  String search(
      @RequestParam(required = false) @Nullable String url,
      @RequestParam(required = false) @Nullable String version) {
    List<ReleasedQuestionnaire> found =
        catalogue.all().stream()
            .filter(each -> url == null || url.equals(each.url()) || url.equals(each.toString()))
            .filter(each -> version == null || each.version().equals(version))
            .toList();
    String entries =
        found.stream()
            .map(each -> "{\"resource\":%s,\"search\":{\"mode\":\"match\"}}".formatted(each.json()))
            .collect(Collectors.joining(","));
    // FHIR has no empty arrays.
    return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":%d%s}"
        .formatted(found.size(), entries.isEmpty() ? "" : ",\"entry\":[" + entries + "]");
  }
}
