package org.procart.scoring.instrument;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was reported, without anything about the person.
 *
 * @param asked codes of all items of the form, answered or not
 * @param answers in any order
 */
public record Report(Set<String> asked, List<GivenAnswer> answers) {

  public Report {
    asked = Set.copyOf(asked);
    answers = List.copyOf(answers);
  }

  /** A report on a form of which nothing is known but what was answered. */
  public static Report of(Collection<GivenAnswer> answers) {
    return new Report(
        answers.stream().map(GivenAnswer::item).collect(Collectors.toSet()), List.copyOf(answers));
  }

  public boolean asks(String item) {
    return asked.contains(item);
  }

  /** Everything that was said about one item: usually one answer, or none. */
  public List<GivenAnswer> to(String item) {
    return answers.stream().filter(answer -> answer.item().equals(item)).toList();
  }
}
