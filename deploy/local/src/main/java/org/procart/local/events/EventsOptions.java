package org.procart.local.events;

import java.nio.file.Path;
import java.util.Optional;
import org.procart.local.command.Arguments;
import org.procart.local.command.CommandException;
import org.procart.local.command.Repository;

/** What was asked of deploy/events. */
record EventsOptions(
    String topic, boolean fromBeginning, Optional<Integer> max, Optional<String> group, Path data) {

  static final String HELP =
      """
      Prints the events of a topic, one JSON object a line.

      usage: deploy/events TOPIC [options]

        --from-beginning  from the oldest event on (otherwise only what comes from now on)
        --max N           stop after N events; together with --from-beginning also when
                          the end is reached and nothing came for 5 s
        --group G         read as this consumer group: go on where it stood, and remember
        --data DIR        the data folder of the platform (default: deploy/.data)
        --help            this text

      Without --max it goes on until Ctrl-C. What cannot be read (in a dead-letter topic) has
      "value": null, the bytes as "undecodable" (base64) and the reason as "error".
      """;

  static EventsOptions parse(String[] arguments) throws CommandException {
    Arguments given = new Arguments(arguments);
    boolean fromBeginning = given.flag("--from-beginning");
    Optional<Integer> max = given.number("--max");
    Optional<String> group = given.value("--group");
    Path data = given.value("--data").map(Path::of).orElse(Repository.defaultData());
    Optional<String> topic = given.word();
    given.refuseOthers();
    if (topic.isEmpty()) {
      throw new CommandException(
          CommandException.MACHINE, "Which topic? For example: deploy/events pro.alert.v1");
    }
    return new EventsOptions(topic.get(), fromBeginning, max, group, data.toAbsolutePath());
  }
}
