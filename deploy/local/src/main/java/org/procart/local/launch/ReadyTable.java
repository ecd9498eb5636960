package org.procart.local.launch;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.procart.local.part.Part;
import org.procart.local.part.Port;
import org.procart.local.part.Ports;

/** The table under READY. */
final class ReadyTable {

  private final Ports ports;
  private final Path data;

  ReadyTable(Ports ports, Path data) {
    this.ports = ports;
    this.data = data;
  }

  String of(Set<Part> parts) {
    String rows =
        parts.stream()
            .sorted()
            .map(part -> String.format("  %-16s %-42s %s", part.label(), place(part), what(part)))
            .collect(Collectors.joining("\n"));
    return rows + "\n\n  logs and data in " + data + "; every address in endpoints.json there";
  }

  private String place(Part part) {
    return switch (part) {
      case KAFKA -> ports.address(Port.KAFKA);
      case MONGO -> "mongodb://" + ports.address(Port.MONGO);
      case SCHEMA_REGISTRY -> Endpoints.registryApi(ports);
      case ISSUER -> ports.http(Port.ISSUER);
      case CAPTURED -> ports.http(Port.CAPTURED);
      case INTAKE, SCORING, ALERTING, NOTIFICATION -> ports.http(ServiceCommand.http(part));
    };
  }

  private String what(Part part) {
    return switch (part) {
      case KAFKA -> "events: deploy/events pro.alert.v1 --from-beginning";
      case MONGO -> "the services' databases";
      case SCHEMA_REGISTRY -> "Avro schemas of every topic";
      case ISSUER -> "tokens: deploy/token clinician --site site-a";
      case CAPTURED ->
          "phones and mailboxes (smtp "
              + ports.of(Port.SMTP)
              + ", smpp "
              + ports.of(Port.SMPP)
              + " and "
              + ports.of(Port.SMPP_TWO)
              + "): open this page";
      case INTAKE -> "reports in; health on port " + ports.of(Port.INTAKE_MANAGEMENT);
      case SCORING -> "health only; on port " + ports.of(Port.SCORING_MANAGEMENT);
      case ALERTING -> "alerts; health on port " + ports.of(Port.ALERTING_MANAGEMENT);
      case NOTIFICATION ->
          "on-call, pages; health on port " + ports.of(Port.NOTIFICATION_MANAGEMENT);
    };
  }
}
