package org.procart.notification.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.commons.text.StringSubstitutor;

/** Words with fields in braces. What a field holds is never itself read as a field. */
public final class Template {

  private Template() {}

  /** An empty field leaves no gap. */
  public static String fill(String words, Map<Field, String> values) {
    return filled(
            words,
            name -> Objects.requireNonNull(Field.of(name).map(values::get).orElse(null), name))
        .replaceAll(" {2,}", " ")
        .strip();
  }

  /** The names in braces, known or not, as often as they stand there. */
  public static List<String> placeholders(String words) {
    List<String> names = new ArrayList<>();
    var _ =
        filled(
            words,
            name -> {
              names.add(name);
              return "";
            });
    return List.copyOf(names);
  }

  /** What stands around the fields. */
  public static String bare(String words) {
    return filled(words, _ -> "");
  }

  private static String filled(String words, UnaryOperator<String> values) {
    return new StringSubstitutor(values::apply, "{", "}", '\0')
        .setValueDelimiterMatcher(null)
        .setDisableSubstitutionInValues(true)
        .replace(words);
  }
}
