package org.procart.alerting.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.procart.schemas.AlertChanged;

/** The latest changes, and who listens to the next. Nothing comes between the two. */
final class RecentAlerts {

  private final int kept;
  private final Deque<StreamedAlert> recent = new ArrayDeque<>();
  private final Map<Integer, Long> first = new HashMap<>();
  private final Set<Listener> listeners = new CopyOnWriteArraySet<>();
  private Position position = new Position(Map.of());

  RecentAlerts(int kept) {
    this.kept = kept;
  }

  /** Hears changes; must not block. */
  interface Listener {

    /** The stream goes on from here, with everything that was missed. */
    void resumed(Position from);

    /** The stream goes on from here; what was before is not known. */
    void begun(Position from);

    void heard(StreamedAlert alert);

    void close();
  }

  /** From here on the partition is read. */
  synchronized void begin(int partition, long offset) {
    first.put(partition, offset);
    position = position.after(partition, offset - 1);
  }

  /** Where to read on; empty when the partition was not read yet. */
  synchronized OptionalLong next(int partition) {
    return first.containsKey(partition)
        ? OptionalLong.of(position.of(partition) + 1)
        : OptionalLong.empty();
  }

  synchronized void add(int partition, long offset, AlertChanged change) {
    position = position.after(partition, offset);
    StreamedAlert alert = new StreamedAlert(partition, offset, position, change);
    recent.addLast(alert);
    if (recent.size() > kept) {
      StreamedAlert forgotten = recent.removeFirst();
      first.put(forgotten.partition(), forgotten.offset() + 1);
    }
    listeners.forEach(listener -> listener.heard(alert));
  }

  synchronized void listen(Listener listener) {
    listener.begun(position);
    listeners.add(listener);
  }

  /** Tells first what came since; a position that is not known here begins anew. */
  synchronized void listen(Listener listener, Position since) {
    if (!isCovered(since)) {
      listen(listener);
      return;
    }
    listener.resumed(since);
    recent.stream()
        .filter(alert -> alert.offset() > since.of(alert.partition()))
        .forEach(listener::heard);
    listeners.add(listener);
  }

  void leave(Listener listener) {
    listeners.remove(listener);
  }

  void closeAll() {
    listeners.forEach(Listener::close);
  }

  private boolean isCovered(Position since) {
    return !first.isEmpty()
        && first.entrySet().stream()
            .allMatch(entry -> isCovered(entry.getKey(), entry.getValue(), since));
  }

  private boolean isCovered(int partition, long firstKept, Position since) {
    return since.of(partition) + 1 >= firstKept && since.of(partition) <= position.of(partition);
  }
}
