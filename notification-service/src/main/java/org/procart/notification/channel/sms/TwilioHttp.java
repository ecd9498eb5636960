package org.procart.notification.channel.sms;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Carries one request of Twilio's client, once: theirs would send it up to three times. Each has
 * its own connection, since one that was closed meanwhile would leave the fate of a page unclear.
 */
final class TwilioHttp extends HttpClient {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final URI base;
  private @Nullable HttpResponse<String> answer;
  private boolean reached = true;

  TwilioHttp(URI base) {
    this.base = base;
  }

  /** 0: none. */
  int status() {
    return answer == null ? 0 : answer.statusCode();
  }

  /** False when nothing can have arrived there. */
  boolean reached() {
    return reached;
  }

  @Nullable Duration retryAfter() {
    return Optional.ofNullable(answer)
        .flatMap(known -> known.headers().firstValue("Retry-After"))
        .filter(seconds -> seconds.matches("\\d{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .map(pause -> pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE)
        .orElse(null);
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response reliableRequest(Request request, int[] codes, int retries, long delayMillis) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    try (java.net.http.HttpClient http =
        java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build()) {
      HttpResponse<String> now = http.send(translated(request), BodyHandlers.ofString());
      answer = now;
      return new Response(now.body(), now.statusCode());
    } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException e) {
      reached = false;
      throw new IllegalStateException("not reached");
    } catch (IOException e) {
      throw new IllegalStateException("no answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("no answer");
    }
  }

  private HttpRequest translated(Request request) {
    return HttpRequest.newBuilder(base.resolve(request.constructURL().getPath()))
        .timeout(ANSWER)
        .header("Authorization", request.getAuthString())
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "application/json")
        .method(request.getMethod().toString(), BodyPublishers.ofString(request.encodeFormBody()))
        .build();
  }
}
