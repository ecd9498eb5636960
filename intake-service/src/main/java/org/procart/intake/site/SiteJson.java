package org.procart.intake.site;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.procart.chassis.problem.Violation;
import org.procart.intake.request.JsonFields;
import tools.jackson.databind.JsonNode;

/** The JSON of a site, as it is sent, stored and shown. */
final class SiteJson {

  private static final Pattern PHONE = Pattern.compile("[+]?[0-9][0-9 ()/-]{0,30}");
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final int LONGEST_ADVICE = 1_000;

  private SiteJson() {}

  static Optional<Site> read(String siteId, JsonNode body, List<Violation> violations) {
    JsonFields fields = JsonFields.of(body, violations);
    fields.optional("siteId", "Send the siteId of the address, or none.", id -> same(siteId, id));
    List<String> languages = languages(fields);
    Optional<ZoneId> zone =
        fields.required("zoneId", "Send an IANA time zone, for example Europe/London.", ZoneId::of);
    Site site =
        new Site(
            siteId,
            fields.text("name"),
            zone.orElse(ZoneId.of("UTC")),
            fields
                .required("country", "Send an ISO 3166-1 alpha-2 code.", SiteJson::country)
                .orElse(""),
            languages,
            phone(fields, "emergencyNumber"),
            phone(fields, "advicePhone"),
            advice(fields, languages),
            fields.objects("staffedHours", SiteJson::staffedHours),
            fields
                .optionalOrBlank("patientRecordUrl", "Send an https URL, or none.", SiteJson::url)
                .orElse(""),
            fields
                .optional("status", "Send SETUP or LIVE.", SiteStatus::valueOf)
                .orElse(SiteStatus.SETUP));
    fields.refuseUnread();
    return violations.isEmpty() ? Optional.of(site) : Optional.empty();
  }

  static Map<String, Object> write(Site site) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("siteId", site.siteId());
    json.put("name", site.name());
    json.put("zoneId", site.zone().getId());
    json.put("country", site.country());
    json.put("languages", site.languages());
    json.put("emergencyNumber", site.emergencyNumber());
    json.put("advicePhone", site.advicePhone());
    json.put("advice", site.advice());
    json.put("staffedHours", site.staffedHours().stream().map(SiteJson::write).toList());
    if (!site.patientRecordUrl().isEmpty()) {
      json.put("patientRecordUrl", site.patientRecordUrl());
    }
    json.put("status", site.status());
    return json;
  }

  static Map<String, String> write(StaffedHours hours) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("dayOfWeek", hours.dayOfWeek().name());
    json.put("from", hours.fromText());
    json.put("to", hours.toText());
    return json;
  }

  private static List<String> languages(JsonFields fields) {
    List<String> languages = fields.texts("languages");
    if (languages.isEmpty()) {
      fields.fault("languages", "required", "Send at least one BCP 47 code, most used first.");
    }
    for (int i = 0; i < languages.size(); i++) {
      if (!isLanguage(languages.get(i))) {
        fields.fault("languages/" + i, "not-understood", "Send a BCP 47 code, for example en-GB.");
      }
    }
    return languages;
  }

  private static String phone(JsonFields fields, String name) {
    return fields.required(name, "Send a telephone number.", SiteJson::phone).orElse("");
  }

  /** Every level must have its text in the first language; the others may be partial. */
  private static Map<String, Map<AdviceLevel, String>> advice(
      JsonFields fields, List<String> languages) {
    Map<String, Map<AdviceLevel, String>> advice = new LinkedHashMap<>();
    fields
        .object("advice")
        .ifPresent(
            byLanguage ->
                byLanguage
                    .remaining()
                    .forEach((language, levels) -> advice.put(language, texts(levels))));
    for (String language : advice.keySet()) {
      if (!languages.contains(language)) {
        fields.fault("advice/" + language, "unknown-language", "Name it in languages too.");
      }
    }
    if (!languages.isEmpty()) {
      firstLanguage(fields, languages.getFirst(), advice);
    }
    return advice;
  }

  private static void firstLanguage(
      JsonFields fields, String language, Map<String, Map<AdviceLevel, String>> advice) {
    List<AdviceLevel> missing = new ArrayList<>(Arrays.asList(AdviceLevel.values()));
    missing.removeAll(advice.getOrDefault(language, Map.of()).keySet());
    for (AdviceLevel level : missing) {
      fields.fault(
          "advice/" + language + "/" + level, "required", "Send the signed text of this level.");
    }
  }

  private static Map<AdviceLevel, String> texts(JsonFields levels) {
    Map<AdviceLevel, String> texts = new EnumMap<>(AdviceLevel.class);
    for (AdviceLevel level : AdviceLevel.values()) {
      levels
          .optional(level.name(), "Send a text of at most 1000 characters.", SiteJson::adviceText)
          .ifPresent(text -> texts.put(level, text));
    }
    levels.refuseUnread();
    return texts;
  }

  private static Optional<StaffedHours> staffedHours(JsonFields fields) {
    Optional<DayOfWeek> day =
        fields.required("dayOfWeek", "Send MONDAY … SUNDAY.", DayOfWeek::valueOf);
    Optional<Integer> from =
        fields.required("from", "Send a local time HH:mm.", SiteJson::minuteOfDay);
    Optional<Integer> to =
        fields.required("to", "Send a local time HH:mm, or 24:00.", SiteJson::endMinute);
    if (day.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (from.get() >= to.get()) {
      fields.fault("to", "not-after-from", "End after from; write hours over midnight as two.");
      return Optional.empty();
    }
    return Optional.of(new StaffedHours(day.get(), from.get(), to.get()));
  }

  private static String same(String wanted, String sent) {
    return checked(sent, sent.equals(wanted));
  }

  private static String country(String code) {
    return checked(code, COUNTRIES.contains(code));
  }

  private static String phone(String number) {
    return checked(number, PHONE.matcher(number).matches());
  }

  private static String url(String url) {
    return checked(url, url.startsWith("https://") || url.startsWith("http://"));
  }

  private static String adviceText(String text) {
    return checked(text, text.length() <= LONGEST_ADVICE);
  }

  private static int minuteOfDay(String time) {
    return LocalTime.parse(checked(time, TIME.matcher(time).matches())).toSecondOfDay() / 60;
  }

  private static int endMinute(String time) {
    return time.equals("24:00") ? StaffedHours.END_OF_DAY : minuteOfDay(time);
  }

  private static boolean isLanguage(String code) {
    try {
      return !new Locale.Builder().setLanguageTag(code).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  private static String checked(String text, boolean good) {
    if (!good) {
      throw new IllegalArgumentException("not understood");
    }
    return text;
  }
}
