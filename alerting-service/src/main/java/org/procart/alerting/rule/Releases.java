package org.procart.alerting.rule;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * All decisions about one set: an approval lays a version on top, a rollback takes one off. A later
 * decision beats an earlier one whose time would come after it: nothing comes back by itself.
 */
record Releases(List<Release> all) {

  Releases {
    all = all.stream().sorted(Comparator.comparing(Release::number)).toList();
  }

  int next() {
    return all.size() + 1;
  }

  boolean names(String version) {
    return all.stream().anyMatch(release -> version.equals(release.version()));
  }

  /** True when this text, and no other, was approved under its version. */
  boolean approved(WrittenSet set) {
    return all.stream()
        .filter(release -> release.kind() == Release.Kind.APPROVAL)
        .filter(release -> set.version().equals(release.version()))
        .anyMatch(release -> set.digest().equals(release.digest()));
  }

  /** Empty: what came with the service. */
  Optional<String> inForce(Instant now) {
    return Optional.ofNullable(stack(now).peek());
  }

  /** True when there is a version to go back from. */
  boolean canRollBack(Instant now) {
    return !stack(now).isEmpty();
  }

  /** Empty: what came with the service. */
  Optional<String> before(Instant now) {
    Deque<String> stack = stack(now);
    stack.poll();
    return Optional.ofNullable(stack.peek());
  }

  private boolean overtaken(Release release) {
    return all.stream()
        .filter(later -> later.number() > release.number())
        .anyMatch(later -> later.from().isBefore(release.from()));
  }

  private Deque<String> stack(Instant now) {
    Deque<String> stack = new ArrayDeque<>();
    for (Release release : all) {
      if (release.from().isAfter(now) || overtaken(release)) {
        continue;
      }
      String version = release.version();
      if (release.kind() == Release.Kind.ROLLBACK) {
        stack.poll();
      } else if (version != null) {
        stack.push(version);
      }
    }
    return stack;
  }
}
