package org.procart.intake.questionnaire;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.security.Caller;
import org.procart.intake.licence.Licences;
import org.procart.schemas.questionnaire.QuestionnaireCatalogue;
import org.procart.schemas.questionnaire.ReleasedQuestionnaire;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The questionnaires that reports may answer, as they are released. */
@RestController
class QuestionnaireController {

  private static final String FHIR_JSON = "application/fhir+json;charset=UTF-8";

  private final QuestionnaireCatalogue catalogue;
  private final Licences licences;
  private final WordingReaders readers;

  QuestionnaireController(
      QuestionnaireCatalogue catalogue, Licences licences, WordingReaders readers) {
    this.catalogue = catalogue;
    this.licences = licences;
    this.readers = readers;
  }

  /**
   * @param site whose licensed wording is wanted, as long as its licence is valid; whoever is not
   *     of the site gets the released form
   * @param language of that wording
   */
  @GetMapping(path = "/fhir/Questionnaire/{id}", produces = FHIR_JSON)
  ResponseEntity<String> read(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String site,
      @RequestParam(required = false) @Nullable String language,
      Caller caller) {
    ReleasedQuestionnaire questionnaire =
        catalogue.byId(id).orElseThrow(() -> ProblemException.notFound("questionnaire"));
    Optional<String> worded =
        Optional.ofNullable(site)
            .filter(at -> readers.mayRead(caller, at))
            .flatMap(at -> licences.valid(at, id))
            .flatMap(overlay -> SiteWording.of(questionnaire.json(), overlay, language));
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (worded.isEmpty()) {
      answer.eTag("W/\"" + questionnaire.version() + "\"");
    }
    return answer.body(worded.orElse(questionnaire.json()));
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
