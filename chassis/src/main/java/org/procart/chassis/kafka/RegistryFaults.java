package org.procart.chassis.kafka;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.BeanWrapperImpl;

/**
 * Tells whether a value could not be read because of the registry or because of its bytes (design
 * section 3.5). Not every IOException is the registry's: garbage bytes end in an EOFException.
 */
final class RegistryFaults {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_FAULT = 500;

  /** Names under which the clients of Apicurio and Confluent give the HTTP status. */
  private static final List<String> STATUS = List.of("responseStatusCode", "status");

  private RegistryFaults() {}

  static boolean isTheRegistrys(Throwable fault) {
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (isNetwork(t) || isBusy(t)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNetwork(Throwable t) {
    return t instanceof SocketException
        || t instanceof SocketTimeoutException
        || t instanceof UnknownHostException
        || t instanceof HttpTimeoutException
        || t instanceof ClosedChannelException
        || t instanceof TimeoutException;
  }

  private static boolean isBusy(Throwable t) {
    BeanWrapperImpl bean = new BeanWrapperImpl(t);
    return STATUS.stream()
        .filter(bean::isReadableProperty)
        .map(bean::getPropertyValue)
        .anyMatch(
            status ->
                status instanceof Integer code
                    && (code >= SERVER_FAULT || code == TOO_MANY_REQUESTS));
  }
}
