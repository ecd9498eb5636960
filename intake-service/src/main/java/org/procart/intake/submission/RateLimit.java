package org.procart.intake.submission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.procart.chassis.security.Caller;

/**
 * How many <em>different</em> reports one person may send a minute. The same report again is free:
 * a phone that got no answer must be able to ask until it has one.
 */
class RateLimit {

  private static final Duration PERIOD = Duration.ofMinutes(1);
  private static final int REMEMBERED = 100_000;

  private final int perMinute;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .expireAfterAccess(PERIOD.multipliedBy(2))
          .maximumSize(REMEMBERED)
          .build();
  private final Cache<String, Boolean> counted =
      Caffeine.newBuilder().expireAfterWrite(PERIOD).maximumSize(REMEMBERED).build();

  RateLimit(int perMinute) {
    this.perMinute = perMinute;
  }

  boolean allows(Caller caller, String report) {
    if (caller.has("front-end")) {
      return true;
    }
    String key = caller.subject() + "|" + report;
    if (counted.asMap().putIfAbsent(key, Boolean.TRUE) != null) {
      return true;
    }
    boolean allowed = buckets.get(caller.subject(), subject -> bucket()).tryConsume(1);
    if (!allowed) {
      counted.invalidate(key);
    }
    return allowed;
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
        .build();
  }
}
