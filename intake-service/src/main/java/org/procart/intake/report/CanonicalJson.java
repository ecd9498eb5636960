package org.procart.intake.report;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * One text for every way to write the same JSON. Wording that only decorates an answer (the
 * question repeated, a code's display) is left out: a resend after a translation is still the same
 * report.
 */
final class CanonicalJson {

  private static final Set<String> DECORATION = Set.of("text", "_text", "display", "id");

  private final StringBuilder out = new StringBuilder();

  private CanonicalJson() {}

  static String of(JsonNode node) {
    CanonicalJson canonical = new CanonicalJson();
    canonical.write(node);
    return canonical.out.toString();
  }

  private void write(JsonNode node) {
    if (node.isObject()) {
      out.append('{');
      for (String name : new TreeSet<>(node.propertyNames())) {
        if (!DECORATION.contains(name)) {
          out.append(name.length()).append(':').append(name);
          write(node.path(name));
        }
      }
      out.append('}');
    } else if (node.isArray()) {
      out.append('[');
      node.forEach(this::write);
      out.append(']');
    } else {
      String text = node.asString("");
      out.append(node.getNodeType().name().charAt(0))
          .append(text.length())
          .append(':')
          .append(text);
    }
  }
}
