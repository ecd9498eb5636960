package org.procart.local.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import org.procart.local.part.Part;
import org.procart.local.part.Port;
import org.procart.local.part.Ports;
import org.procart.local.process.Http;

/** Whether a part does its work already. */
public final class Readiness {

  private static final int CONNECT_MILLIS = 500;

  private final Http http = new Http();
  private final Ports ports;

  public Readiness(Ports ports) {
    this.ports = ports;
  }

  public boolean of(Part part) throws IOException {
    return switch (part) {
      case KAFKA -> answers(Port.KAFKA);
      case MONGO -> answers(Port.MONGO);
      case SCHEMA_REGISTRY -> ok(Endpoints.registryApi(ports) + "/subjects");
      case ISSUER -> ok(ports.http(Port.ISSUER) + "/jwks");
      // Its page comes last; a supplier may be down because somebody wants it so.
      case CAPTURED -> answers(Port.SMTP) && ok(captured() + "/suppliers");
      case INTAKE, SCORING, ALERTING, NOTIFICATION ->
          ok(ports.http(ServiceCommand.management(part)) + "/actuator/health/readiness");
    };
  }

  private String captured() {
    return ports.http(Port.CAPTURED);
  }

  private boolean ok(String url) throws IOException {
    return http.get(url, Map.of()).ok();
  }

  private boolean answers(Port port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), ports.of(port)),
          CONNECT_MILLIS);
      return true;
    }
  }
}
