package org.procart.alerting.rule;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the id of a scale says about itself. Only PRO-CTCAE ids say more than their name: {@code
 * proctcae-48b-sev} is the raw severity of term 48, {@code proctcae-48} its composite grade.
 *
 * @param id the scale's id
 * @param term number of the PRO-CTCAE term; empty for other scales
 * @param attribute severity, frequency, interference, amount, presence; empty for composites and
 *     other scales
 */
public record ScaleName(String id, String term, String attribute) {

  private static final Pattern PRO_CTCAE = Pattern.compile("proctcae-(\\d{2})(?:[a-z]-([a-z]+))?");
  private static final Map<String, String> ATTRIBUTES =
      Map.of(
          "sev", "severity",
          "frq", "frequency",
          "int", "interference",
          "amt", "amount",
          "yn", "presence");

  public static ScaleName of(String id) {
    Matcher matcher = PRO_CTCAE.matcher(id);
    if (!matcher.matches()) {
      return new ScaleName(id, "", "");
    }
    String suffix = matcher.group(2);
    String attribute = suffix == null ? "" : ATTRIBUTES.getOrDefault(suffix, suffix);
    return new ScaleName(id, matcher.group(1), attribute);
  }
}
