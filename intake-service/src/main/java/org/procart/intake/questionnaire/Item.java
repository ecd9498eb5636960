package org.procart.intake.questionnaire;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One item of an instrument.
 *
 * @param redFlags on the answer's value; those on options are in the options
 * @param parent linkId of the item around it; null at the top
 * @param anyCondition true: one met condition is enough; false: all must be met
 */
public record Item(
    String linkId,
    ItemType type,
    boolean required,
    boolean repeats,
    List<Option> options,
    Limits limits,
    List<RedFlagRule> redFlags,
    List<Condition> conditions,
    boolean anyCondition,
    @Nullable String parent) {

  public Item {
    options = List.copyOf(options);
    redFlags = List.copyOf(redFlags);
    conditions = List.copyOf(conditions);
  }

  /** A code without a system is taken when the item knows it; another system never is. */
  public Optional<Option> option(String element, @Nullable String system, String code) {
    return options.stream()
        .filter(option -> option.element().equals(element))
        .filter(option -> option.code().equals(code))
        .filter(option -> system == null || system.equals(option.system()))
        .findFirst();
  }

  /** True when some option is chosen by this element. */
  public boolean offers(String element) {
    return options.stream().anyMatch(option -> option.element().equals(element));
  }

  public Optional<Option> zero() {
    return options.stream()
        .filter(option -> option.ordinal() != null && option.ordinal() == 0)
        .findFirst();
  }
}
