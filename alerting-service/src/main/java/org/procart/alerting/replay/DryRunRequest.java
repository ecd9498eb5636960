package org.procart.alerting.replay;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.problem.Violation;
import org.springframework.http.HttpStatus;

/**
 * What is to be tried; all of it may be left out.
 *
 * @param siteId only reports of this site
 * @param from day (UTC) or instant; default: 90 days before {@code to}
 * @param to day, itself too, or instant, itself not; default: now
 * @param episodeHours how long after its last ring an alert is over
 * @param truth what really was
 * @param beforeHours how long before an event an alert may be about it
 * @param afterHours how long after it
 * @param arrivals by receipt, when a report came, where that is not when the platform received it
 */
record DryRunRequest(
    @Nullable @Size(max = 200) String siteId,
    @Nullable String from,
    @Nullable String to,
    @Nullable @Min(1) @Max(MOST_HOURS) Integer episodeHours,
    @Nullable @Size(max = MOST_ENTRIES) List<@NotNull @Valid TrueEvent> truth,
    @Nullable @Min(0) @Max(MOST_HOURS) Integer beforeHours,
    @Nullable @Min(0) @Max(MOST_HOURS) Integer afterHours,
    @Nullable @Size(max = MOST_ENTRIES) Map<String, Instant> arrivals) {

  static final DryRunRequest ALL_BY_DEFAULT =
      new DryRunRequest(null, null, null, null, null, null, null, null);

  private static final int MOST_HOURS = 720;
  private static final int MOST_ENTRIES = 300_000;
  private static final int EPISODE_HOURS = 24;
  private static final int BEFORE_HOURS = 24;
  private static final int AFTER_HOURS = 48;

  /**
   * Something happened to a patient.
   *
   * @param event for example crs; null, and no time: it is known that nothing happened
   */
  record TrueEvent(
      @NotBlank @Size(max = 200) String patientId,
      @Nullable @Size(max = 100) String event,
      @Nullable Instant at) {

    private void addTo(List<Truth.Event> events, int place) {
      if (event != null && at != null) {
        events.add(new Truth.Event(event, at));
      } else if (event != null || at != null) {
        String missing = event == null ? "/event" : "/at";
        throw new ProblemException(
            HttpStatus.BAD_REQUEST,
            "invalid",
            "Correct the fields listed in errors.",
            List.of(
                new Violation(
                    "/truth/" + place + missing,
                    "incomplete",
                    "Send event and at, or neither where nothing happened.")));
      }
    }
  }

  Duration episode() {
    return hours(episodeHours, EPISODE_HOURS);
  }

  Map<String, Instant> knownArrivals() {
    return arrivals == null ? Map.of() : arrivals;
  }

  @Nullable Truth known() {
    if (truth == null) {
      return null;
    }
    Map<String, List<Truth.Event>> events = new HashMap<>();
    for (int place = 0; place < truth.size(); place++) {
      TrueEvent one = truth.get(place);
      one.addTo(events.computeIfAbsent(one.patientId(), _ -> new ArrayList<>()), place);
    }
    return new Truth(events, hours(beforeHours, BEFORE_HOURS), hours(afterHours, AFTER_HOURS));
  }

  private static Duration hours(@Nullable Integer given, int otherwise) {
    return Duration.ofHours(Objects.requireNonNullElse(given, otherwise));
  }
}
