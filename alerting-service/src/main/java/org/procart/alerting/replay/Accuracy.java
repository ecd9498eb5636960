package org.procart.alerting.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Alerts against what really was.
 *
 * @param alerts that sounded, of the patients of whom somebody said what was
 * @param nearEvent those that sounded within the time around an event of their patient
 * @param ppv share of them, 0 to 1; null: no alert
 * @param byEvent one for each kind of event
 */
public record Accuracy(
    Integer alerts, Integer nearEvent, @Nullable Double ppv, List<OfEvent> byEvent) {

  /**
   * One kind of event.
   *
   * @param events of this kind
   * @param found those with a sounding of their patient within the time around them
   * @param ringingAlready those not found while an alert that had sounded before went on ringing
   * @param sensitivity share of them, 0 to 1; null: no event
   * @param nearEvent alerts that sounded within the time around an event of this kind
   * @param ppv share of all alerts, also of those that were about something else
   * @param lead hours from the first sounding in the time around an event to the event, of those
   *     found; negative: after it
   */
  public record OfEvent(
      String event,
      Integer events,
      Integer found,
      Integer ringingAlready,
      @Nullable Double sensitivity,
      Integer nearEvent,
      @Nullable Double ppv,
      @Nullable Quartiles lead) {}
}
