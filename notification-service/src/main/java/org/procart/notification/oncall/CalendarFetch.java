package org.procart.notification.oncall;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Fetches a file from an address that somebody gave us, and from nowhere inside our own network.
 * Each address is looked up and judged just before it is used, that of a redirect too; the JVM
 * remembers the look-up for longer than that takes, so the connection goes where was judged.
 */
@Component
class CalendarFetch implements AutoCloseable {

  static final int LARGEST = 5 * 1024 * 1024;
  private static final int MOST_REDIRECTS = 3;

  private final CalendarSettings settings;
  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  CalendarFetch(CalendarSettings settings) {
    this.settings = settings;
  }

  /**
   * The text at the address.
   *
   * @throws CalendarFetchException with a reason that is fit to be shown
   */
  String fetch(URI url) throws CalendarFetchException {
    URI next = url;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      requireAllowed(next);
      HttpResponse<byte[]> answer = get(next);
      int status = answer.statusCode();
      if (status == 200) {
        return new String(answer.body(), StandardCharsets.UTF_8);
      }
      String location = answer.headers().firstValue("location").orElse("");
      if (status < 300 || status > 399 || location.isEmpty()) {
        throw new CalendarFetchException("status-" + status);
      }
      next = resolve(next, location);
    }
    throw new CalendarFetchException("too-many-redirects");
  }

  private HttpResponse<byte[]> get(URI url) throws CalendarFetchException {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(settings.within())
            .header("Accept", "text/calendar")
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
    try {
      return answer.get(settings.within().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new CalendarFetchException("too-slow");
    } catch (ExecutionException e) {
      throw new CalendarFetchException("no-answer-or-too-large");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CalendarFetchException("interrupted");
    }
  }

  private void requireAllowed(URI url) throws CalendarFetchException {
    String host = url.getHost();
    if (host == null || url.getUserInfo() != null) {
      throw new CalendarFetchException("bad-address");
    }
    if (settings.allowedHosts().contains(host.toLowerCase(Locale.ROOT))) {
      return;
    }
    if (!"https".equalsIgnoreCase(url.getScheme())) {
      throw new CalendarFetchException("not-https");
    }
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (PrivateAddress.is(address)) {
          throw new CalendarFetchException("private-address");
        }
      }
    } catch (UnknownHostException e) {
      throw new CalendarFetchException("unknown-host");
    }
  }

  private static URI resolve(URI from, String location) throws CalendarFetchException {
    try {
      return from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new CalendarFetchException("bad-redirect");
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
