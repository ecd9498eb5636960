package org.procart.alerting.alert;

import java.util.List;
import java.util.Optional;

/** Keeps alerts; a change and its event are one write. */
public interface AlertStore {

  /** The one live alert of this key. */
  Optional<Alert.Live> findLive(String openKey);

  /** In any state, archived ones too. */
  Optional<Alert> find(String alertId);

  /**
   * @return false when the patient has such an open alert already, or the alert exists
   */
  boolean insert(Change raised);

  /**
   * @return false when somebody else changed the alert in between
   */
  boolean update(Change change);

  List<Alert.Live> liveOf(String patientId);

  /** Unacknowledged reds that somebody should be paged for. */
  List<Alert.Open> waitingReds();

  /** Reds that somebody took and that are not closed. */
  List<Alert.Acknowledged> takenReds();

  AlertPage page(AlertFilter filter, int page, int size);
}
