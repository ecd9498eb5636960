package org.procart.intake.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.procart.chassis.problem.Violation;
import org.procart.intake.snapshot.Saved;
import org.procart.intake.snapshot.SiteDocuments;
import org.procart.intake.snapshot.Snapshot;
import tools.jackson.databind.json.JsonMapper;

/** The protocols that a site's patients can have: its own, else those that are built in. */
public class Protocols {

  private final BuiltInProtocols builtIn;
  private final SiteDocuments own;
  private final ProtocolJson stored = new ProtocolJson(Optional::of);
  private final JsonMapper json;

  Protocols(BuiltInProtocols builtIn, SiteDocuments own, JsonMapper json) {
    this.builtIn = builtIn;
    this.own = own;
    this.json = json;
  }

  public Optional<Protocol> find(String siteId, String name) {
    return own(siteId, name).map(Snapshot::state).or(() -> builtIn.find(name));
  }

  public boolean exists(String siteId, String name) {
    return builtIn.find(name).isPresent() || own.find(siteId, name).isPresent();
  }

  Optional<Snapshot<Protocol>> own(String siteId, String name) {
    return own.find(siteId, name).map(text -> protocol(name, text));
  }

  Set<String> names(String siteId) {
    Set<String> names = new TreeSet<>(BuiltInProtocols.NAMES);
    names.addAll(own.findAll(siteId).keySet());
    return names;
  }

  Saved<String> save(String siteId, Protocol protocol) {
    return own.save(siteId, protocol.name(), json.writeValueAsString(ProtocolText.write(protocol)));
  }

  /** Questionnaires were checked when it was stored; they may have gone since. */
  private Snapshot<Protocol> protocol(String name, Snapshot<String> text) {
    List<Violation> violations = new ArrayList<>();
    Protocol protocol =
        stored
            .read(name, json.readTree(text.state()), violations)
            .orElseThrow(
                () -> new IllegalStateException("A stored protocol is not good: " + violations));
    return new Snapshot<>(protocol, text.revision());
  }
}
