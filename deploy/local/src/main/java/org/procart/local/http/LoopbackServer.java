package org.procart.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Routes to the longest matching path; one virtual thread a request. */
public final class LoopbackServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LoopbackServer.class);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public LoopbackServer(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
    server.setExecutor(threads);
  }

  /** Answers a request. */
  public interface Route {
    Reply answer(Request request) throws IOException;
  }

  public LoopbackServer route(String path, Route route) {
    server.createContext(path, exchange -> handle(exchange, route));
    return this;
  }

  public LoopbackServer start() {
    server.start();
    return this;
  }

  private static void handle(HttpExchange exchange, Route route) throws IOException {
    try (exchange) {
      Reply reply = safely(exchange, route);
      exchange.getResponseHeaders().set("Content-Type", reply.type());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      byte[] body = reply.bytes();
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Reply safely(HttpExchange exchange, Route route) {
    try {
      return route.answer(Request.of(exchange));
    } catch (BadRequestException e) {
      return Reply.problem(400, String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      LOG.atWarn().addKeyValue("error", e.getClass().getName()).log("a request failed");
      return Reply.problem(500, "This part could not do it; see its log.");
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
