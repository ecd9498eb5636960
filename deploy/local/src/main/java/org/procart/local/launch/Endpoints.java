package org.procart.local.launch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.procart.local.part.Part;
import org.procart.local.part.Port;
import org.procart.local.part.Ports;

/** Where each part is found: the content of endpoints.json. */
final class Endpoints {

  private Endpoints() {}

  static String registryApi(Ports ports) {
    return ports.http(Port.SCHEMA_REGISTRY) + "/apis/ccompat/v7";
  }

  static Map<String, Object> of(Part part, Ports ports, long pid) {
    Map<String, Object> entry = new LinkedHashMap<>(places(part, ports));
    entry.put("pid", pid);
    return entry;
  }

  private static Map<String, Object> places(Part part, Ports ports) {
    return switch (part) {
      case KAFKA -> Map.of("bootstrap", ports.address(Port.KAFKA));
      case SCHEMA_REGISTRY ->
          Map.of("url", ports.http(Port.SCHEMA_REGISTRY), "confluentApi", registryApi(ports));
      case MONGO -> Map.of("uri", "mongodb://" + ports.address(Port.MONGO));
      case ISSUER -> Map.of("url", ports.http(Port.ISSUER));
      case CAPTURED ->
          Map.of(
              "url",
              ports.http(Port.CAPTURED),
              "smtp",
              ports.address(Port.SMTP),
              "smpp",
              ports.address(Port.SMPP),
              "smppTwo",
              ports.address(Port.SMPP_TWO));
      case INTAKE, SCORING, ALERTING, NOTIFICATION ->
          Map.of(
              "url",
              ports.http(ServiceCommand.http(part)),
              "management",
              ports.http(ServiceCommand.management(part)));
    };
  }
}
