package org.procart.chassis.kafka;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Asks the parts that a listener depends on whether they are there. */
class PartProbes {

  private static final int SECONDS = 3;

  private final @Nullable MongoDatabase store;
  private final Admin broker;
  private final URI registry;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(SECONDS)).build();

  PartProbes(@Nullable MongoDatabase store, Admin broker, URI registry) {
    this.store = store;
    this.broker = broker;
    this.registry = registry;
  }

  /** The first part that does not answer, or null when all do. */
  @Nullable String unavailablePart() {
    if (!storeAnswers()) {
      return "store";
    }
    if (!brokerAnswers()) {
      return "broker";
    }
    return registryAnswers() ? null : "schema registry";
  }

  private boolean storeAnswers() {
    try {
      return store == null || store.runCommand(new Document("ping", 1)).containsKey("ok");
    } catch (MongoException e) {
      return false;
    }
  }

  private boolean brokerAnswers() {
    try {
      broker.describeCluster().nodes().get(SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  private boolean registryAnswers() {
    HttpRequest ask =
        HttpRequest.newBuilder(URI.create(registry + "/subjects"))
            .timeout(Duration.ofSeconds(SECONDS))
            .build();
    try {
      return http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IOException e) {
      return false;
    }
  }
}
