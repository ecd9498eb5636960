package org.procart.chassis.kafka;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.MDC;

/** The W3C trace context of the running thread, as tracing leaves it in the log context. */
public final class Traceparent {

  public static final String HEADER = "traceparent";

  private static final int TRACE_ID_BYTES = 16;
  private static final int SPAN_ID_BYTES = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Traceparent() {}

  /** Of the running work; what a timer began is a trace of its own. */
  public static String current() {
    String trace = MDC.get("traceId");
    String span = MDC.get("spanId");
    return trace == null || span == null ? fresh() : "00-" + trace + "-" + span + "-01";
  }

  private static String fresh() {
    byte[] ids = new byte[TRACE_ID_BYTES + SPAN_ID_BYTES];
    RANDOM.nextBytes(ids);
    HexFormat hex = HexFormat.of();
    return "00-"
        + hex.formatHex(ids, 0, TRACE_ID_BYTES)
        + "-"
        + hex.formatHex(ids, TRACE_ID_BYTES, ids.length)
        + "-01";
  }
}
