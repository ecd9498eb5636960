package org.procart.alerting.alert;

import java.util.List;
import java.util.stream.Stream;

/**
 * What people did; all of it is kept.
 *
 * @param acknowledgements oldest first
 * @param actions oldest first
 */
public record Response(List<Acknowledgement> acknowledgements, List<Action> actions) {

  static final Response NONE = new Response(List.of(), List.of());

  Response with(Acknowledgement acknowledgement) {
    return new Response(plus(acknowledgements, acknowledgement), actions);
  }

  Response with(Action action) {
    return new Response(acknowledgements, plus(actions, action));
  }

  private static <T> List<T> plus(List<T> list, T item) {
    return Stream.concat(list.stream(), Stream.of(item)).toList();
  }
}
