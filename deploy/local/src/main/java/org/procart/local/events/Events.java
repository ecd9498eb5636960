package org.procart.local.events;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.procart.local.command.CommandException;
import org.procart.local.command.RunningPlatform;
import org.procart.local.command.Screen;

/** deploy/events. */
public final class Events {

  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration QUIET = Duration.ofSeconds(5);

  private final EventsOptions options;
  private final EventLine line;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private int printed;

  private Events(EventsOptions options, Decoder decoder) {
    this.options = options;
    this.line = new EventLine(decoder);
  }

  public static void main(String[] arguments) {
    System.exit(run(arguments, new Screen()));
  }

  private static int run(String[] arguments, Screen screen) {
    if (Arrays.asList(arguments).contains("--help")) {
      screen.line(EventsOptions.HELP.stripTrailing());
      return 0;
    }
    try {
      EventsOptions options = EventsOptions.parse(arguments);
      RunningPlatform platform = RunningPlatform.of(options.data());
      Decoder decoder = new Decoder(platform.address("schemaRegistry", "confluentApi"));
      Source source = new Source(platform.address("kafka", "bootstrap"), options);
      try (KafkaConsumer<byte[], byte[]> consumer = source.open()) {
        new Events(options, decoder).print(consumer);
      }
      return 0;
    } catch (CommandException e) {
      screen.complain(String.valueOf(e.getMessage()));
      return e.exitCode();
    } catch (IOException | KafkaException e) {
      screen.complain("The events could not be read: " + e.getMessage());
      return CommandException.OTHER;
    }
  }

  private void print(KafkaConsumer<byte[], byte[]> consumer) {
    long lastSeen = System.nanoTime();
    while (!enough() && !out.checkError()) {
      List<ConsumerRecord<byte[], byte[]>> batch = next(consumer);
      for (ConsumerRecord<byte[], byte[]> event : batch) {
        if (enough()) {
          break;
        }
        out.println(line.of(event));
        printed++;
      }
      if (!batch.isEmpty()) {
        commit(consumer);
        lastSeen = System.nanoTime();
      } else if (endsAtTheEnd() && System.nanoTime() - lastSeen > QUIET.toNanos()) {
        return;
      }
    }
  }

  private boolean enough() {
    return options.max().isPresent() && printed >= options.max().get();
  }

  private boolean endsAtTheEnd() {
    return options.fromBeginning() && options.max().isPresent();
  }

  private void commit(KafkaConsumer<byte[], byte[]> consumer) {
    if (options.group().isPresent()) {
      consumer.commitSync();
    }
  }

  /** In the order in which they were written, as far as one look shows. */
  private static List<ConsumerRecord<byte[], byte[]>> next(KafkaConsumer<byte[], byte[]> consumer) {
    return StreamSupport.stream(consumer.poll(POLL).spliterator(), false)
        .sorted(Comparator.comparingLong(ConsumerRecord::timestamp))
        .toList();
  }
}
