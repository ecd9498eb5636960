package org.procart.notification.oncall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds when nobody is on. */
public final class Gaps {

  private Gaps() {}

  public static List<Gap> between(Rota rota, Instant from, Instant to, ZoneId zone) {
    List<Gap> gaps = new ArrayList<>();
    for (RoleRota role : rota.roles()) {
      for (int i = 0; i < role.layers().size(); i++) {
        gaps.addAll(layer(role.role(), i + 1, role.layers().get(i), from, to, zone));
      }
    }
    return gaps;
  }

  private static List<Gap> layer(
      String role, int number, Layer layer, Instant from, Instant to, ZoneId zone) {
    // A duty that begins the day before may reach into the first day.
    LocalDate first = LocalDate.ofInstant(from, zone).minusDays(1);
    List<Duty> duties =
        layer
            .duties(first, LocalDate.ofInstant(to, zone), zone)
            .sorted(Comparator.comparing(Duty::start))
            .toList();
    List<Gap> gaps = new ArrayList<>();
    Instant covered = from;
    for (Duty duty : duties) {
      if (duty.start().isAfter(covered) && covered.isBefore(to)) {
        gaps.add(new Gap(role, number, covered, earlier(duty.start(), to)));
      }
      covered = duty.end().isAfter(covered) ? duty.end() : covered;
    }
    if (covered.isBefore(to)) {
      gaps.add(new Gap(role, number, covered, to));
    }
    return gaps;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
