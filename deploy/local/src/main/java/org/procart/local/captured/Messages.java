package org.procart.local.captured;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** All messages, one JSON line each; a message is in the file before its sender hears of it. */
final class Messages implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final FileChannel file;
  private final List<ReceivedMessage> messages;

  private Messages(FileChannel file, List<ReceivedMessage> messages) {
    this.file = file;
    this.messages = messages;
  }

  static Messages open(Path directory) throws IOException {
    Files.createDirectories(directory);
    Path path = directory.resolve("messages.jsonl");
    FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    List<ReceivedMessage> messages = new ArrayList<>();
    long whole = 0;
    for (String line : Files.readString(path).split("(?<=\n)")) {
      Optional<ReceivedMessage> message = parse(line);
      if (message.isEmpty()) {
        break;
      }
      messages.add(message.get());
      whole += line.getBytes(StandardCharsets.UTF_8).length;
    }
    // A crash may have left half a line: its sender was never answered.
    file.truncate(whole);
    file.position(whole);
    return new Messages(file, messages);
  }

  synchronized void add(ReceivedMessage message) {
    String line = JSON.writeValueAsString(message) + "\n";
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(line);
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("messages.jsonl cannot be written", e);
    }
    messages.add(message);
  }

  /** In the order of arrival; an empty filter means all. */
  synchronized List<ReceivedMessage> find(Optional<String> to, Optional<Instant> since) {
    return messages.stream()
        .filter(message -> to.isEmpty() || Address.same(to.get(), message.to()))
        .filter(
            message ->
                since.isEmpty() || !Instant.parse(message.receivedAt()).isBefore(since.get()))
        .toList();
  }

  private static Optional<ReceivedMessage> parse(String line) {
    if (!line.endsWith("\n")) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(line, ReceivedMessage.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
