package org.procart.local.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command line: flags, and options with a value ({@code --x v} or {@code --x=v}). */
public final class Arguments {

  private final List<String> left;

  public Arguments(String[] arguments) {
    left = new ArrayList<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (argument.startsWith("--") && equals > 0) {
        left.add(argument.substring(0, equals));
        left.add(argument.substring(equals + 1));
      } else {
        left.add(argument);
      }
    }
  }

  public boolean flag(String name) {
    return left.remove(name);
  }

  /** The last value given for this option. */
  public Optional<String> value(String name) throws CommandException {
    List<String> all = values(name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  public List<String> values(String name) throws CommandException {
    List<String> values = new ArrayList<>();
    int at = left.indexOf(name);
    while (at >= 0) {
      if (at + 1 >= left.size()) {
        throw new CommandException(CommandException.MACHINE, name + " needs a value; see --help.");
      }
      left.remove(at);
      values.add(left.remove(at));
      at = left.indexOf(name);
    }
    return values;
  }

  public Optional<Integer> number(String name) throws CommandException {
    Optional<String> value = value(name);
    try {
      return value.map(Integer::valueOf);
    } catch (NumberFormatException e) {
      throw new CommandException(
          CommandException.MACHINE, name + " needs a whole number, not '" + value.get() + "'.");
    }
  }

  /** The next argument that is not an option. */
  public Optional<String> word() {
    Optional<String> word = left.stream().filter(text -> !text.startsWith("--")).findFirst();
    word.ifPresent(left::remove);
    return word;
  }

  public void refuseOthers() throws CommandException {
    if (!left.isEmpty()) {
      throw new CommandException(
          CommandException.MACHINE, "'" + left.getFirst() + "' is not known here; see --help.");
    }
  }
}
