package org.procart.intake.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.procart.intake.licence.Licences;
import org.procart.intake.observation.InfusionDay;
import org.procart.intake.patient.Patient;
import org.procart.intake.protocol.Entry;
import org.procart.intake.protocol.Protocol;
import org.procart.intake.protocol.Protocols;
import org.procart.intake.schedule.Agenda.Item;
import org.procart.intake.schedule.Occurrence.Place;
import org.springframework.stereotype.Component;

/** Puts a patient's schedule together. */
@Component
class Schedules {

  private static final String NO_INFUSION =
      "No infusion date is known: only what comes before an infusion is listed.";
  private static final String NO_PROTOCOL =
      "The site has no protocol of this name any more: correct the enrolment.";

  /** Before any report, whatever dates an enrolment from before they were checked may have. */
  private static final int FIRST_YEAR = 1985;

  private final Protocols protocols;
  private final Licences licences;
  private final Diary diary;

  Schedules(Protocols protocols, Licences licences, Diary diary) {
    this.protocols = protocols;
    this.licences = licences;
    this.diary = diary;
  }

  /** Local dates, both included. */
  record Range(LocalDate from, LocalDate to) {

    boolean touches(@Nullable Place place) {
      return place == null || (!place.closesOn().isBefore(from) && !place.opensOn().isAfter(to));
    }
  }

  Map<String, Object> of(Patient patient, Instant at, Range range) {
    Protocol protocol =
        protocols
            .find(patient.siteId(), patient.schedule())
            .orElseGet(() -> new Protocol(patient.schedule(), "", "", NO_PROTOCOL, List.of()));
    Optional<InfusionDay> day = InfusionDay.of(at, patient.zone(), patient.infusionDates());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("patientId", patient.patientId());
    json.put("protocol", protocol.name());
    json.put("protocolVersion", protocol.version());
    json.put("zoneId", patient.zone().getId());
    json.put("at", at);
    json.put("infusionDate", day.map(counted -> counted.infusionDate().toString()).orElse(null));
    json.put("day", day.map(InfusionDay::day).orElse(null));
    note(protocol, day).ifPresent(note -> json.put("note", note));
    json.put(
        "items",
        items(protocol, patient, at)
            .filter(item -> range.touches(item.occurrence().place()))
            .map(Schedules::json)
            .toList());
    return json;
  }

  private Stream<Item> items(Protocol protocol, Patient patient, Instant at) {
    List<String> urls = protocol.entries().stream().map(Entry::questionnaire).toList();
    int first =
        patient.infusionDates().stream().mapToInt(LocalDate::getYear).min().orElse(year(at));
    List<Done> reports =
        urls.isEmpty()
            ? List.of()
            : diary.of(
                patient.patientId(),
                Math.max(FIRST_YEAR, Math.min(first, year(at)) - 2),
                year(at) + 1);
    return new Agenda(patient, at, new Licensed(licences.lastDays(patient.siteId(), urls)))
        .items(protocol, reports).stream();
  }

  private static int year(Instant at) {
    return Diary.year(at);
  }

  private static Optional<String> note(Protocol protocol, Optional<InfusionDay> day) {
    if (NO_PROTOCOL.equals(protocol.source())) {
      return Optional.of(NO_PROTOCOL);
    }
    return day.isPresent() || protocol.name().equals(Protocol.NONE)
        ? Optional.empty()
        : Optional.of(NO_INFUSION);
  }

  private static Map<String, Object> json(Item item) {
    Map<String, Object> json = new LinkedHashMap<>();
    Place place = item.occurrence().place();
    json.put("questionnaire", item.occurrence().entry().questionnaire());
    json.put("title", item.occurrence().entry().title());
    json.put("day", place == null ? null : place.day());
    json.put("infusionDate", place == null ? null : place.infusionDate().toString());
    json.put("opensAt", place == null ? null : place.opensAt());
    json.put("dueAt", place == null ? null : place.dueAt());
    json.put("closesAt", place == null ? null : place.closesAt());
    json.put("reporters", item.occurrence().entry().reporters());
    json.put("state", item.state());
    Done report = item.report();
    json.put("receipt", report == null ? null : report.receipt());
    if (report != null && report.partial()) {
      json.put("partial", true);
    }
    return json;
  }
}
