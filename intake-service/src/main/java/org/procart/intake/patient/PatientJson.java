package org.procart.intake.patient;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.Violation;
import org.procart.intake.request.JsonFields;
import org.procart.intake.site.Site;
import tools.jackson.databind.JsonNode;

/** The JSON of an enrolment, as it is sent, stored and shown. */
final class PatientJson {

  private static final String NO_SCHEDULE = "none";

  private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
  private static final Pattern CODE = Pattern.compile("[\\p{L}0-9 ._/+-]{1,64}");

  private PatientJson() {}

  /**
   * @param site finds the site; an unknown one is a fault
   * @param schedule whether a site has a protocol of this name
   * @param infusion whether there may be an infusion on this day
   */
  static Optional<Patient> read(
      String patientId,
      JsonNode body,
      Function<String, Optional<Site>> site,
      BiPredicate<String, String> schedule,
      Predicate<LocalDate> infusion,
      List<Violation> violations) {
    JsonFields fields = JsonFields.of(body, violations);
    fields.optional(
        "patientId", "Send the patientId of the address, or none.", id -> same(patientId, id));
    fields.flag("synthetic", false);
    Optional<Site> at =
        fields
            .required("siteId", "Send the id of a site.", Function.identity())
            .flatMap(siteId -> known(siteId, site, fields));
    Patient patient =
        new Patient(
            patientId,
            at.map(Site::siteId).orElse(""),
            fields
                .optional("zoneId", "Send an IANA time zone.", ZoneId::of)
                .or(() -> at.map(Site::zone))
                .orElse(ZoneId.of("UTC")),
            fields
                .optional("language", "Send a BCP 47 code.", PatientJson::language)
                .or(() -> at.map(found -> found.languages().getFirst()))
                .orElse(""),
            fields.objects("therapy", each -> therapy(each, infusion)),
            fields
                .optional(
                    "schedule",
                    "Send cart-home, none or another protocol that the site has.",
                    name -> checked(name, schedule.test(at.map(Site::siteId).orElse(""), name)))
                .orElse(NO_SCHEDULE),
            fields.objects("carers", PatientJson::carer),
            fields
                .object("consent")
                .map(PatientJson::consent)
                .orElse(new Consent(true, List.of(), List.of())),
            fields
                .required("status", "Send the patient's status.", CareStatus::valueOf)
                .orElse(CareStatus.PLANNED),
            ProofOfLife.reserved(patientId));
    fields.refuseUnread();
    return violations.isEmpty() ? Optional.of(patient) : Optional.empty();
  }

  static Map<String, Object> write(Patient patient) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("patientId", patient.patientId());
    json.put(PatientForm.SITE, patient.siteId());
    json.put("zoneId", patient.zone().getId());
    json.put("language", patient.language());
    json.put("therapy", patient.therapy().stream().map(PatientJson::write).toList());
    json.put("schedule", patient.schedule());
    json.put("carers", patient.carers().stream().map(PatientJson::write).toList());
    json.put("consent", patient.consent());
    json.put("status", patient.status());
    json.put("synthetic", patient.synthetic());
    return json;
  }

  static boolean isPseudonym(String text) {
    return PSEUDONYM.matcher(text).matches();
  }

  private static Map<String, Object> write(Therapy therapy) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("product", therapy.product());
    json.put("indication", therapy.indication());
    json.put("infusionDate", text(therapy.infusionDate()));
    return json;
  }

  private static Map<String, Object> write(Carer carer) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("carerId", carer.carerId());
    json.put("validFrom", text(carer.validFrom()));
    json.put("validTo", text(carer.validTo()));
    return json;
  }

  private static @Nullable Object text(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }

  private static Optional<Site> known(
      String siteId, Function<String, Optional<Site>> site, JsonFields fields) {
    Optional<Site> found = site.apply(siteId);
    if (found.isEmpty()) {
      fields.fault("siteId", "unknown-site", "Send the id of a site that exists.");
    }
    return found;
  }

  private static Optional<Therapy> therapy(JsonFields fields, Predicate<LocalDate> infusion) {
    LocalDate infusionDate = date(fields, "infusionDate");
    if (infusionDate != null && !infusion.test(infusionDate)) {
      fields.fault(
          "infusionDate", "impossible-date", "Send a date from 1990 to two years from today.");
    }
    return Optional.of(
        new Therapy(
            fields.required("product", "Send the product's code.", PatientJson::code).orElse(""),
            fields
                .required("indication", "Send the indication's code.", PatientJson::code)
                .orElse(""),
            infusionDate));
  }

  private static Optional<Carer> carer(JsonFields fields) {
    Carer carer =
        new Carer(
            fields
                .required("carerId", "Send the carer's pseudonym.", PatientJson::pseudonym)
                .orElse(""),
            date(fields, "validFrom"),
            date(fields, "validTo"));
    if (carer.validFrom() != null
        && carer.validTo() != null
        && carer.validTo().isBefore(carer.validFrom())) {
      fields.fault("validTo", "before-valid-from", "End on or after validFrom.");
    }
    return Optional.of(carer);
  }

  private static Consent consent(JsonFields fields) {
    Consent consent =
        new Consent(
            fields.requiredFlag("care", "Send true or false: may the patient be watched over?"),
            fields.texts("research"),
            fields.texts("objections"));
    fields.refuseUnread();
    return consent;
  }

  private static @Nullable LocalDate date(JsonFields fields, String name) {
    return fields.optional(name, "Send a date YYYY-MM-DD, or null.", LocalDate::parse).orElse(null);
  }

  private static String same(String wanted, String sent) {
    return checked(sent, sent.equals(wanted));
  }

  private static String language(String code) {
    return checked(code, LANGUAGE.matcher(code).matches());
  }

  private static String code(String code) {
    return checked(code, CODE.matcher(code).matches());
  }

  private static String pseudonym(String text) {
    return checked(text, isPseudonym(text));
  }

  private static String checked(String text, boolean good) {
    if (!good) {
      throw new IllegalArgumentException("not understood");
    }
    return text;
  }
}
