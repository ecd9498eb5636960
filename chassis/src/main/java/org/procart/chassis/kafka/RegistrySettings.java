package org.procart.chassis.kafka;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the schema registry is.
 *
 * @param url its Confluent-compatible API
 */
@ConfigurationProperties("procart.schema-registry")
record RegistrySettings(@DefaultValue("http://127.0.0.1:8091/apis/ccompat/v7") URI url) {

  private static final String COMPATIBLE_API = "/apis/ccompat/v7";
  private static final String CORE_API = "/apis/registry/v3";

  /** Apicurio's client wants its core API, Confluent's the compatible one. */
  Map<String, Object> clientSettings() {
    return Map.of(
        "schema.registry.url", url.toString(),
        "apicurio.registry.url", url.toString().replace(COMPATIBLE_API, CORE_API));
  }
}
