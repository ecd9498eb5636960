package org.procart.notification.request;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.problem.Violation;
import org.springframework.http.HttpStatus;

/** Collects everything wrong with a request, so that all of it is said at once. */
public final class Faults {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final List<Violation> found = new ArrayList<>();

  public void add(String pointer, String code, String detail) {
    found.add(new Violation(pointer, code, detail));
  }

  public void check(boolean fine, String pointer, String code, String detail) {
    if (!fine) {
      add(pointer, code, detail);
    }
  }

  /** An id of ours: letters, digits, point, hyphen and underscore. */
  public String id(String pointer, @Nullable String value) {
    boolean fine = value != null && ID.matcher(value).matches();
    check(fine, pointer, "bad-id", "Give 1 to 64 letters, digits, points, hyphens or underscores.");
    return value == null ? "" : value;
  }

  /** A time of the day, HH:mm; the usual one where none is given. */
  public static LocalTime time(
      @Nullable String value, LocalTime usual, String pointer, Faults faults) {
    try {
      return value == null ? usual : LocalTime.parse(value);
    } catch (DateTimeException e) {
      faults.add(pointer, "bad-time", "Give it as HH:mm.");
      return usual;
    }
  }

  /** An absent list is an empty one. */
  public static <T> List<T> list(@Nullable List<T> value) {
    return value == null ? List.of() : value;
  }

  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ProblemException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "invalid-request",
          "The request has faults; nothing was changed.",
          found);
    }
  }
}
