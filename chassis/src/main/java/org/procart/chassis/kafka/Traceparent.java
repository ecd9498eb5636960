package org.procart.chassis.kafka;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The W3C trace context of the running thread, as tracing leaves it in the log context. */
public final class Traceparent {

  public static final String HEADER = "traceparent";

  private Traceparent() {}

  public static @Nullable String current() {
    String trace = MDC.get("traceId");
    String span = MDC.get("spanId");
    return trace == null || span == null ? null : "00-" + trace + "-" + span + "-01";
  }
}
