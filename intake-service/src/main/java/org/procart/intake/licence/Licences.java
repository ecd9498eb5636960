package org.procart.intake.licence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.procart.chassis.problem.Violation;
import org.procart.intake.site.Sites;
import org.procart.intake.snapshot.Saved;
import org.procart.intake.snapshot.SiteDocuments;
import org.procart.intake.snapshot.Snapshot;
import tools.jackson.databind.json.JsonMapper;

/** The sites' licences for questionnaires that need one. */
public class Licences {

  private final LicensedForms forms;
  private final SiteDocuments documents;
  private final Sites sites;
  private final Clock clock;
  private final JsonMapper json;

  Licences(
      LicensedForms forms, SiteDocuments documents, Sites sites, Clock clock, JsonMapper json) {
    this.forms = forms;
    this.documents = documents;
    this.sites = sites;
    this.clock = clock;
    this.json = json;
  }

  /** Until when a site may ask its patients; a form that needs no licence is not in the answer. */
  public Map<String, Optional<LocalDate>> lastDays(String siteId, Collection<String> urls) {
    Map<String, String> idsByUrl = new HashMap<>();
    urls.forEach(url -> forms.byUrl(url).ifPresent(form -> idsByUrl.put(url, form.id())));
    Map<String, Snapshot<String>> found = documents.find(siteId, idsByUrl.values());
    Map<String, Optional<LocalDate>> lastDays = new HashMap<>();
    idsByUrl.forEach(
        (url, id) ->
            lastDays.put(
                url,
                Optional.ofNullable(found.get(id)).map(text -> overlay(text).state().validTo())));
    return lastDays;
  }

  /** The overlay that counts today, in the site's zone. */
  public Optional<Overlay> valid(String siteId, String questionnaireId) {
    return find(siteId, questionnaireId)
        .map(Snapshot::state)
        .filter(overlay -> overlay.validOn(today(siteId)));
  }

  Optional<Snapshot<Overlay>> find(String siteId, String questionnaireId) {
    return documents.find(siteId, questionnaireId).map(this::overlay);
  }

  Map<String, Snapshot<Overlay>> findAll(String siteId) {
    Map<String, Snapshot<Overlay>> overlays = new HashMap<>();
    documents
        .find(siteId, forms.all().stream().map(LicensedForm::id).toList())
        .forEach((id, text) -> overlays.put(id, overlay(text)));
    return overlays;
  }

  Saved<String> save(String siteId, String questionnaireId, Overlay overlay) {
    return documents.save(
        siteId, questionnaireId, json.writeValueAsString(OverlayJson.write(overlay)));
  }

  boolean remove(String siteId, String questionnaireId) {
    return documents.remove(siteId, questionnaireId);
  }

  LocalDate today(String siteId) {
    return LocalDate.ofInstant(
        clock.instant(),
        sites.find(siteId).map(site -> site.state().zone()).orElse(ZoneOffset.UTC));
  }

  private Snapshot<Overlay> overlay(Snapshot<String> stored) {
    List<Violation> violations = new ArrayList<>();
    // LinkIds were checked when it was stored; a form may have lost some since.
    Overlay overlay =
        OverlayJson.read(json.readTree(stored.state()), linkId -> true, violations)
            .orElseThrow(
                () -> new IllegalStateException("A stored licence is not good: " + violations));
    return new Snapshot<>(overlay, stored.revision());
  }
}
