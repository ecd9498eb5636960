package org.procart.notification.channel;

import java.util.Map;

/**
 * Settings of {@link java.net.HttpURLConnection}, on which the client of GOV.UK Notify is built and
 * which cannot be set there: by default it waits for ever, and posts a second time by itself when a
 * connection breaks.
 */
public final class UrlConnections {

  private static final Map<String, String> CAREFUL =
      Map.of(
          "sun.net.client.defaultConnectTimeout", "2000",
          "sun.net.client.defaultReadTimeout", "5000",
          "sun.net.http.retryPost", "false");

  private UrlConnections() {}

  /** Counts only before the first connection of this process. */
  public static void beCareful() {
    CAREFUL.forEach(System::setProperty);
  }
}
