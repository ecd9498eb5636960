package org.procart.local.part;

/** Every port that a platform on one machine listens on (loopback only). */
public enum Port {
  KAFKA(Part.KAFKA, 9092),
  KAFKA_CONTROLLER(Part.KAFKA, 9093),
  SCHEMA_REGISTRY(Part.SCHEMA_REGISTRY, 8091),
  SCHEMA_REGISTRY_MANAGEMENT(Part.SCHEMA_REGISTRY, 9091),
  MONGO(Part.MONGO, 27017),
  ISSUER(Part.ISSUER, 8090),
  CAPTURED(Part.CAPTURED, 8092),
  SMTP(Part.CAPTURED, 3025),
  SMPP(Part.CAPTURED, 2775),
  /** Of the second supplier. */
  SMPP_TWO(Part.CAPTURED, 2776),
  INTAKE(Part.INTAKE, 8081),
  INTAKE_MANAGEMENT(Part.INTAKE, 9081),
  SCORING(Part.SCORING, 8082),
  SCORING_MANAGEMENT(Part.SCORING, 9082),
  ALERTING(Part.ALERTING, 8083),
  ALERTING_MANAGEMENT(Part.ALERTING, 9083),
  NOTIFICATION(Part.NOTIFICATION, 8084),
  NOTIFICATION_MANAGEMENT(Part.NOTIFICATION, 9084);

  private final Part part;
  private final int number;

  Port(Part part, int number) {
    this.part = part;
    this.number = number;
  }

  public Part part() {
    return part;
  }

  int number() {
    return number;
  }
}
