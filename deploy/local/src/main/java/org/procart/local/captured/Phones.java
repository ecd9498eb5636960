package org.procart.local.captured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The mode of each phone; who was never set delivers. Kept on disk. */
final class Phones {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path file;
  private final Map<String, PhoneMode> modes;

  private Phones(Path file, Map<String, PhoneMode> modes) {
    this.file = file;
    this.modes = modes;
  }

  static Phones open(Path directory) throws IOException {
    Files.createDirectories(directory);
    Path file = directory.resolve("phones.json");
    Map<String, PhoneMode> modes =
        Files.exists(file)
            ? JSON.readValue(Files.readString(file), new TypeReference<>() {})
            : Map.of();
    return new Phones(file, new TreeMap<>(modes));
  }

  synchronized PhoneMode mode(String number) {
    return modes.getOrDefault(Address.plain(number), PhoneMode.DELIVER);
  }

  synchronized void set(String number, PhoneMode mode) throws IOException {
    modes.put(Address.plain(number), mode);
    Path beside = file.resolveSibling("phones.json.new");
    Files.writeString(beside, JSON.writeValueAsString(modes));
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  synchronized Map<String, PhoneMode> all() {
    return new TreeMap<>(modes);
  }
}
