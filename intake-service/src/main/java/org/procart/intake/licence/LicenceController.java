package org.procart.intake.licence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.problem.Violation;
import org.procart.chassis.security.Caller;
import org.procart.intake.replan.Replanning;
import org.procart.intake.site.Sites;
import org.procart.intake.snapshot.Saved;
import org.procart.intake.snapshot.Snapshot;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Who may use what. Without a valid licence a questionnaire is not scheduled; what patients sent
 * all the same is taken and scored.
 */
@RestController
@RequestMapping("/sites/{siteId}/licences")
class LicenceController {

  private final Licences licences;
  private final LicensedForms forms;
  private final Sites sites;
  private final Replanning replanning;

  LicenceController(Licences licences, LicensedForms forms, Sites sites, Replanning replanning) {
    this.licences = licences;
    this.forms = forms;
    this.sites = sites;
    this.replanning = replanning;
  }

  @GetMapping
  Map<String, Object> list(@PathVariable String siteId, Caller caller) {
    requireReader(siteId, caller);
    Map<String, Snapshot<Overlay>> overlays = licences.findAll(siteId);
    return Map.of(
        "siteId",
        siteId,
        "licences",
        forms.all().stream().map(form -> shown(siteId, form, overlays.get(form.id()))).toList());
  }

  @GetMapping("/{questionnaireId}")
  ResponseEntity<Map<String, Object>> get(
      @PathVariable String siteId, @PathVariable String questionnaireId, Caller caller) {
    requireReader(siteId, caller);
    LicensedForm form = form(questionnaireId);
    return licences
        .find(siteId, questionnaireId)
        .map(overlay -> answer(HttpStatus.OK, siteId, form, overlay))
        .orElseThrow(() -> ProblemException.notFound("licence"));
  }

  @PutMapping("/{questionnaireId}")
  ResponseEntity<Map<String, Object>> put(
      @PathVariable String siteId,
      @PathVariable String questionnaireId,
      @RequestBody JsonNode body,
      Caller caller) {
    requireWriter(siteId, caller);
    LicensedForm form = form(questionnaireId);
    Overlay overlay = read(body, form);
    Saved<String> saved =
        replanning.ofSite(siteId, () -> licences.save(siteId, questionnaireId, overlay));
    return answer(
        saved.outcome() == Saved.Outcome.CREATED ? HttpStatus.CREATED : HttpStatus.OK,
        siteId,
        form,
        new Snapshot<>(overlay, saved.snapshot().revision()));
  }

  @DeleteMapping("/{questionnaireId}")
  ResponseEntity<Void> delete(
      @PathVariable String siteId, @PathVariable String questionnaireId, Caller caller) {
    requireWriter(siteId, caller);
    if (!replanning.ofSite(siteId, () -> licences.remove(siteId, questionnaireId))) {
      throw ProblemException.notFound("licence");
    }
    return ResponseEntity.noContent().build();
  }

  private static Overlay read(JsonNode body, LicensedForm form) {
    List<Violation> violations = new ArrayList<>();
    return OverlayJson.read(body, form.linkIds()::contains, violations)
        .orElseThrow(
            () ->
                new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "invalid",
                    "Correct the fields listed in errors.",
                    violations));
  }

  private LicensedForm form(String questionnaireId) {
    return forms
        .byId(questionnaireId)
        .orElseThrow(() -> ProblemException.notFound("questionnaire that needs a licence"));
  }

  private void requireReader(String siteId, Caller caller) {
    boolean mayRead = caller.has("operator") || caller.seesSite(siteId);
    if (!mayRead || sites.find(siteId).isEmpty()) {
      throw ProblemException.notFound("site");
    }
  }

  private void requireWriter(String siteId, Caller caller) {
    caller.requireAny("site-admin", "operator");
    if (!caller.has("operator")) {
      caller.requireSite(siteId);
    }
    if (sites.find(siteId).isEmpty()) {
      throw ProblemException.notFound("site");
    }
  }

  private ResponseEntity<Map<String, Object>> answer(
      HttpStatus status, String siteId, LicensedForm form, Snapshot<Overlay> overlay) {
    Map<String, Object> json = shown(siteId, form, overlay);
    json.put("wording", OverlayJson.write(overlay.state()).get("wording"));
    return ResponseEntity.status(status).eTag("\"" + overlay.revision() + "\"").body(json);
  }

  private Map<String, Object> shown(
      String siteId, LicensedForm form, @Nullable Snapshot<Overlay> overlay) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("questionnaireId", form.id());
    json.put("questionnaire", form.url());
    json.put("title", form.title());
    json.put("owner", form.owner());
    json.put("licenceHolder", overlay == null ? null : overlay.state().licenceHolder());
    json.put("reference", overlay == null ? null : overlay.state().reference());
    json.put("validTo", overlay == null ? null : overlay.state().validTo().toString());
    json.put("valid", overlay != null && overlay.state().validOn(licences.today(siteId)));
    json.put(
        "languages",
        overlay == null
            ? List.of()
            : overlay.state().wording().keySet().stream().sorted().toList());
    return json;
  }
}
