package org.procart.notification.parts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A supplier's HTTP interface on a free port that answers as it is told. */
public abstract class FakeHttp implements AutoCloseable {

  /** A message that was asked for, whatever the answer was. */
  public record Asked(String to, String text, String id, String authorization) {}

  /** How one request is answered. */
  protected record Answer(int status, String body, Map<String, String> headers) {
    Answer(int status, String body) {
      this(status, body, Map.of());
    }
  }

  private static final Answer NONE = new Answer(-1, "");
  private static final Answer BROKEN = new Answer(-2, "");

  private final ExecutorService work = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Deque<Answer> next = new ArrayDeque<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final int port;
  private volatile HttpServer server;
  private volatile Answer always;
  private volatile String only;

  FakeHttp() {
    server = open(0);
    port = server.getAddress().getPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public List<Asked> askedFor(String number) {
    return asked.stream().filter(each -> each.to().equals(number)).toList();
  }

  /** Nobody listens any more. */
  public void stop() {
    server.stop(0);
  }

  public void start() {
    server = open(port);
  }

  /** Takes the request and never answers. */
  public void saysNothing() {
    says(NONE);
  }

  /** Takes the request and hangs up. */
  public void hangsUp() {
    says(BROKEN);
  }

  public void saysNonsense() {
    says(new Answer(201, "<html>welcome"));
  }

  public void says(int status, String body) {
    says(new Answer(status, body));
  }

  /** Until {@link #works}. */
  public void alwaysSays(int status, String body) {
    always = new Answer(status, body);
  }

  public synchronized void works() {
    always = null;
    only = null;
    next.clear();
  }

  /** What was told to be answered counts for this number only. */
  public void only(String number) {
    only = number;
  }

  protected synchronized void says(Answer answer) {
    next.add(answer);
  }

  protected int nextNumber() {
    return ids.incrementAndGet();
  }

  /** What was asked, or null where it is no such request. */
  protected abstract Asked read(String path, String body, String authorization);

  protected abstract Answer created(Asked message);

  private HttpServer open(int wanted) {
    try {
      HttpServer fresh =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
      fresh.setExecutor(work);
      fresh.createContext("/", this::answer);
      fresh.start();
      return fresh;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange call) throws IOException {
    String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String authorization = call.getRequestHeaders().getFirst("Authorization");
    Asked message = read(call.getRequestURI().getPath(), body, String.valueOf(authorization));
    if (message == null) {
      write(call, new Answer(404, "{}"));
      return;
    }
    asked.add(message);
    Answer answer = choose(message);
    if (answer.equals(NONE)) {
      await();
    } else if (answer.equals(BROKEN)) {
      call.close();
    } else {
      write(call, answer);
    }
  }

  private synchronized Answer choose(Asked message) {
    if (only != null && !message.to().equals(only)) {
      return created(message);
    }
    if (!next.isEmpty()) {
      return next.poll();
    }
    return always == null ? created(message) : always;
  }

  private void await() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(HttpExchange call, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    answer.headers().forEach((name, value) -> call.getResponseHeaders().add(name, value));
    call.getResponseHeaders().add("Content-Type", "application/json");
    call.sendResponseHeaders(answer.status(), body.length);
    call.getResponseBody().write(body);
    call.close();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    work.shutdownNow();
  }
}
