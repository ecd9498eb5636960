package org.procart.alerting.alert;

/** The states of an alert, by name. */
public enum AlertState {
  OPEN,
  ACKNOWLEDGED,
  CLOSED;

  public static AlertState of(Alert alert) {
    return switch (alert) {
      case Alert.Open _ -> OPEN;
      case Alert.Acknowledged _ -> ACKNOWLEDGED;
      case Alert.Closed _ -> CLOSED;
    };
  }
}
