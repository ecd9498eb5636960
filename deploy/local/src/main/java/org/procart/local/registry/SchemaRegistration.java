package org.procart.local.registry;

import java.io.IOException;
import java.util.Map;
import org.apache.avro.specific.SpecificData;
import org.procart.local.broker.TopicCatalogue;
import org.procart.local.process.Http;
import tools.jackson.databind.json.JsonMapper;

/** Registers the schema of every topic before any service starts; safe to repeat. */
public final class SchemaRegistration {

  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/vnd.schemaregistry.v1+json");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Http http = new Http();
  private final String api;

  /** The URL of the Confluent-compatible API, without a slash at the end. */
  public SchemaRegistration(String api) {
    this.api = api;
  }

  public int register(TopicCatalogue catalogue) throws IOException {
    int count = 0;
    for (TopicCatalogue.Entry entry : catalogue.entries().toList()) {
      register(entry.topic() + "-value", schemaOf(entry.record()));
      count++;
    }
    return count;
  }

  private void register(String subject, String schema) throws IOException {
    call("POST", "/subjects/" + subject + "/versions", Map.of("schema", schema));
    call("PUT", "/config/" + subject, Map.of("compatibility", "FULL_TRANSITIVE"));
  }

  private void call(String method, String path, Map<String, String> body) throws IOException {
    Http.Answer answer = http.send(method, api + path, JSON.writeValueAsString(body), HEADERS);
    if (!answer.ok()) {
      throw new IOException(
          "schema registry answered " + answer.status() + " to " + path + ": " + answer.body());
    }
  }

  /** The writers look their id up by exactly this text. */
  private static String schemaOf(String record) {
    try {
      Class<?> type = Class.forName("org.procart.schemas." + record);
      return SpecificData.get().getSchema(type).toString();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("no generated class for record " + record, e);
    }
  }
}
