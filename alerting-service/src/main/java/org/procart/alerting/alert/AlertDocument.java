package org.procart.alerting.alert;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** The part of a kept alert that is read back. */
public record AlertDocument(
    @BsonId String id, AlertState state, Episode episode, @Nullable Closure closure) {

  Alert alert() {
    return switch (state) {
      case OPEN -> new Alert.Open(episode);
      case ACKNOWLEDGED -> new Alert.Acknowledged(episode);
      case CLOSED -> new Alert.Closed(episode, closed());
    };
  }

  private Closure closed() {
    if (closure == null) {
      throw new IllegalStateException("A closed alert without closure: " + id);
    }
    return closure;
  }
}
