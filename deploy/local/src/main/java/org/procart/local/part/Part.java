package org.procart.local.part;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a platform on one machine consists of; each part is a process of its own. */
public enum Part {
  KAFKA("kafka"),
  SCHEMA_REGISTRY("schemaRegistry"),
  MONGO("mongo"),
  ISSUER("issuer"),
  CAPTURED("captured"),
  INTAKE("intake"),
  SCORING("scoring"),
  ALERTING("alerting"),
  NOTIFICATION("notification");

  private final String label;

  Part(String label) {
    this.label = label;
  }

  /** The name on the command line, in endpoints.json and of the log file. */
  public String label() {
    return label;
  }

  /** A service is ours and has a health endpoint; the other parts stand in for bought ones. */
  public boolean isService() {
    return compareTo(INTAKE) >= 0;
  }

  public static Optional<Part> named(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("-service$", "");
    String asked = plain.equals("smtp") || plain.equals("smpp") ? CAPTURED.label : plain;
    return Arrays.stream(values()).filter(part -> part.label.equalsIgnoreCase(asked)).findFirst();
  }

  public static String names() {
    return Arrays.stream(values()).map(Part::label).collect(Collectors.joining(", "));
  }
}
