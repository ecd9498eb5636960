package org.procart.intake.schedule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.intake.protocol.Entry;
import org.procart.intake.protocol.Protocol;

/**
 * Everything that a protocol asks of a patient. A day is counted from the latest infusion not after
 * it, so a second infusion ends what the first one asked for and begins anew; what comes before an
 * infusion is asked before each.
 */
final class Plan {

  private static final Comparator<Occurrence> IN_ORDER =
      Comparator.comparing(
              (Occurrence each) -> each.place() == null ? LocalDate.MIN : each.place().dueOn())
          .thenComparing(each -> each.entry().questionnaire());

  private final Protocol protocol;
  private final ZoneId zone;

  private Plan(Protocol protocol, ZoneId zone) {
    this.protocol = protocol;
    this.zone = zone;
  }

  static List<Occurrence> of(Protocol protocol, Collection<LocalDate> infusions, ZoneId zone) {
    Plan plan = new Plan(protocol, zone);
    List<LocalDate> inOrder = infusions.stream().sorted().distinct().toList();
    return (inOrder.isEmpty() ? plan.withoutInfusion() : plan.around(inOrder))
        .stream().sorted(IN_ORDER).toList();
  }

  private List<Occurrence> withoutInfusion() {
    return protocol.entries().stream()
        .filter(entry -> entry.when().beforeInfusion())
        .map(entry -> new Occurrence(entry, null))
        .toList();
  }

  private List<Occurrence> around(List<LocalDate> infusions) {
    List<Occurrence> occurrences = new ArrayList<>();
    for (int i = 0; i < infusions.size(); i++) {
      LocalDate infusion = infusions.get(i);
      LocalDate next = i + 1 < infusions.size() ? infusions.get(i + 1) : null;
      for (Entry entry : protocol.entries()) {
        entry
            .when()
            .dates(infusion)
            .filter(day -> counts(day, next))
            .map(day -> Occurrence.on(entry, infusion, day, zone))
            .forEach(occurrences::add);
      }
    }
    return occurrences;
  }

  private static boolean counts(LocalDate day, @Nullable LocalDate nextInfusion) {
    return nextInfusion == null || day.isBefore(nextInfusion);
  }
}
