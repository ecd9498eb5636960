package org.procart.notification.oncall;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.procart.notification.request.Faults;

/** A rota as it is put. */
record RotaBody(@Nullable String owner, @Nullable List<Role> roles) {

  record Role(@Nullable String role, @Nullable List<LayerBody> layers) {}

  record LayerBody(
      @Nullable String name,
      @Nullable List<ShiftBody> shifts,
      @Nullable List<OverrideBody> overrides,
      @Nullable String calendar,
      @Nullable Map<String, String> people) {}

  record OverrideBody(@Nullable String staffId, @Nullable String from, @Nullable String to) {}

  record ShiftBody(
      @Nullable String staffId,
      @Nullable List<String> days,
      @Nullable String from,
      @Nullable String to,
      @Nullable String validFrom,
      @Nullable String validTo) {}

  Rota toRota(String siteId) {
    Faults faults = new Faults();
    String id = faults.id("/siteId", siteId);
    List<Role> given = Faults.list(roles);
    List<RoleRota> read = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      read.add(role(given.get(i), "/roles/" + i, faults));
    }
    if (owner != null) {
      var _ = faults.id("/owner", owner);
    }
    faults.throwIfAny();
    return new Rota(id, owner, read);
  }

  private static RoleRota role(Role role, String at, Faults faults) {
    String name = faults.id(at + "/role", role.role());
    List<LayerBody> given = Faults.list(role.layers());
    faults.check(!given.isEmpty(), at + "/layers", "missing", "Give at least one layer.");
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      layers.add(layer(given.get(i), i + 1, at + "/layers/" + i, faults));
    }
    return new RoleRota(name, layers);
  }

  private static Layer layer(LayerBody layer, int number, String at, Faults faults) {
    List<ShiftBody> given = Faults.list(layer.shifts());
    List<Shift> shifts = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      shifts.add(shift(given.get(i), at + "/shifts/" + i, faults));
    }
    List<OverrideBody> overrides = Faults.list(layer.overrides());
    List<Replacement> replacements = new ArrayList<>();
    for (int i = 0; i < overrides.size(); i++) {
      replacements.add(override(overrides.get(i), at + "/overrides/" + i, faults));
    }
    Map<String, String> people = layer.people() == null ? Map.of() : layer.people();
    people.values().forEach(staffId -> faults.id(at + "/people", staffId));
    if (layer.calendar() != null) {
      var _ = faults.id(at + "/calendar", layer.calendar());
    }
    String name = layer.name();
    return new Layer(
        name == null ? "layer " + number : name, shifts, replacements, layer.calendar(), people);
  }

  private static Replacement override(OverrideBody override, String at, Faults faults) {
    SiteTime from = time(override.from(), at + "/from", faults);
    SiteTime to = time(override.to(), at + "/to", faults);
    faults.check(
        from.isBefore(to),
        at + "/to",
        "ends-early",
        "An override ends after it begins; give both on the site's clock or both with Z.");
    return new Replacement(faults.id(at + "/staffId", override.staffId()), from, to);
  }

  private static SiteTime time(@Nullable String text, String at, Faults faults) {
    boolean fine = text != null && SiteTime.isFine(text);
    faults.check(fine, at, "bad-time", "Give it as 2026-12-24T20:00 (the site's clock) or with Z.");
    return SiteTime.of(fine ? String.valueOf(text) : "2000-01-01T00:00");
  }

  private static Shift shift(ShiftBody shift, String at, Faults faults) {
    LocalTime from = parse(LocalTime::parse, shift.from(), at + "/from", "HH:mm", faults);
    LocalTime to = parse(LocalTime::parse, shift.to(), at + "/to", "HH:mm", faults);
    faults.check(shift.from() != null, at + "/from", "missing", "Give a time, HH:mm.");
    faults.check(shift.to() != null, at + "/to", "missing", "Give a time, HH:mm.");
    return new Shift(
        faults.id(at + "/staffId", shift.staffId()),
        days(Faults.list(shift.days()), at + "/days", faults),
        Objects.requireNonNullElse(from, LocalTime.MIDNIGHT),
        Objects.requireNonNullElse(to, LocalTime.MIDNIGHT),
        parse(LocalDate::parse, shift.validFrom(), at + "/validFrom", "yyyy-MM-dd", faults),
        parse(LocalDate::parse, shift.validTo(), at + "/validTo", "yyyy-MM-dd", faults));
  }

  static Set<DayOfWeek> days(List<String> names, String at, Faults faults) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (int i = 0; i < names.size(); i++) {
      try {
        days.add(DayOfWeek.valueOf(names.get(i).toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        faults.add(at + "/" + i, "bad-day", "Say MONDAY to SUNDAY.");
      }
    }
    return days;
  }

  static <T> @Nullable T parse(
      Function<String, T> parser, @Nullable String text, String at, String form, Faults faults) {
    if (text == null) {
      return null;
    }
    try {
      return parser.apply(text);
    } catch (DateTimeException e) {
      faults.add(at, "bad-time", "Give it as " + form + ".");
      return null;
    }
  }
}
