package org.procart.alerting.rule;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** All decisions about one set: an approval lays a version on top, a rollback takes one off. */
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

  private Deque<String> stack(Instant now) {
    Deque<String> stack = new ArrayDeque<>();
    for (Release release : all) {
      if (release.from().isAfter(now)) {
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
