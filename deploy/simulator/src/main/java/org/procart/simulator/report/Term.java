package org.procart.simulator.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One PRO-CTCAE term of a form and its questions; the first opens the others. */
record Term(String number, List<String> linkIds) {

  private static final Pattern LINK = Pattern.compile("proctcae-(\\d\\d)[a-c]-(\\w+)");
  private static final String PRESENCE = "yn";

  static NavigableMap<String, Term> of(Form form) {
    NavigableMap<String, List<String>> found = new TreeMap<>();
    for (String linkId : form.linkIds()) {
      Matcher parts = LINK.matcher(linkId);
      if (parts.matches()) {
        found.computeIfAbsent(parts.group(1), _ -> new ArrayList<>()).add(linkId);
      }
    }
    NavigableMap<String, Term> terms = new TreeMap<>();
    found.forEach((number, linkIds) -> terms.put(number, new Term(number, linkIds)));
    return terms;
  }

  /**
   * @param level 0 to 4: the highest answer of the term
   * @param milder by how much a question's answer stays below that
   */
  void answer(int level, Map<String, Integer> milder, Form form, Map<String, Answer> answers) {
    for (String linkId : linkIds) {
      boolean first = linkId.equals(linkIds.getFirst());
      boolean presence = linkId.endsWith(PRESENCE);
      int below = level - milder.getOrDefault(linkId, 0);
      int value = presence ? Math.min(1, level) : Math.max(first ? Math.min(1, level) : 0, below);
      if (first || level > 0) {
        answers.put(linkId, form.choice(linkId, value));
      }
    }
  }
}
