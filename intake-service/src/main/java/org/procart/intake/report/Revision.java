package org.procart.intake.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a body is to the versions that came before it. */
public sealed interface Revision {

  /** The same again. */
  record Repeat(Version version) implements Revision {}

  /** A version that counts from now on, instead of the one it replaces (null: the first). */
  record Next(int number, @Nullable Version supersedes) implements Revision {}

  /** Scored and able to alert, but it replaces nothing and is never "previous". */
  record Beside(int number, boolean conflict) implements Revision {}

  static Revision of(
      List<Version> versions,
      String content,
      @Nullable ReportStatus status,
      Completeness completeness) {
    Optional<Version> same =
        versions.stream().filter(version -> version.content().equals(content)).findFirst();
    if (same.isPresent()) {
      return new Repeat(same.get());
    }
    Optional<Version> current =
        versions.stream().filter(Version::current).max(Comparator.comparingInt(Version::number));
    int number = versions.size();
    if (current.isEmpty() || mayReplace(current.get(), status, completeness)) {
      return new Next(number, current.orElse(null));
    }
    return new Beside(number, !replaces(current.get(), status));
  }

  /** A good report is not replaced by one that cannot be read in full. */
  private static boolean mayReplace(
      Version current, @Nullable ReportStatus status, Completeness completeness) {
    return replaces(current, status)
        && (completeness.faultless()
            || !current.completeness().faultless()
            || current.status() == ReportStatus.IN_PROGRESS);
  }

  private static boolean replaces(Version current, @Nullable ReportStatus status) {
    if (!current.completeness().faultless()) {
      return true; // the corrected resend
    }
    if (status != null && status.replacesAnything()) {
      return true;
    }
    return current.status() == ReportStatus.IN_PROGRESS;
  }
}
