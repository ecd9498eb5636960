package org.procart.intake.licence;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.procart.schemas.questionnaire.QuestionnaireCatalogue;
import org.procart.schemas.questionnaire.ReleasedQuestionnaire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which questionnaires need a licence, as their files say. */
final class LicensedForms {

  private static final String OWNER = "https://procart.org/fhir/StructureDefinition/licence-holder";

  private final Map<String, LicensedForm> byId = new TreeMap<>();

  LicensedForms(QuestionnaireCatalogue catalogue, JsonMapper json) {
    for (ReleasedQuestionnaire each : catalogue.all()) {
      JsonNode form = json.readTree(each.json());
      owner(form)
          .ifPresent(owner -> byId.merge(each.id(), form(each, form, owner), LicensedForms::both));
    }
  }

  Optional<LicensedForm> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<LicensedForm> byUrl(String url) {
    return byId.values().stream().filter(form -> form.url().equals(url)).findFirst();
  }

  Collection<LicensedForm> all() {
    return byId.values();
  }

  private static Optional<String> owner(JsonNode form) {
    return form.path("extension")
        .valueStream()
        .filter(extension -> extension.path("url").asString("").equals(OWNER))
        .map(extension -> extension.path("valueString").asString(""))
        .findFirst();
  }

  private static LicensedForm form(ReleasedQuestionnaire each, JsonNode form, String owner) {
    return new LicensedForm(
        each.id(),
        each.url(),
        form.path("title").asString(each.url()),
        owner,
        each.itemCodes().keySet());
  }

  private static LicensedForm both(LicensedForm older, LicensedForm newer) {
    Set<String> linkIds = new LinkedHashSet<>(older.linkIds());
    linkIds.addAll(newer.linkIds());
    return new LicensedForm(newer.id(), newer.url(), newer.title(), newer.owner(), linkIds);
  }
}
