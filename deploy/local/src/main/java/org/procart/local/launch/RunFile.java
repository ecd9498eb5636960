package org.procart.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.procart.local.part.Part;
import org.procart.local.part.Ports;
import org.procart.local.process.ChildProcess;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What of this data directory runs, written down so that another command can stop it. */
final class RunFile {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          // A file that an earlier version wrote must still tell what runs.
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Path data;

  RunFile(Path data) {
    this.data = data;
  }

  /**
   * The content: which ports and instruments were chosen, which processes were started, whether it
   * all ends.
   */
  record Run(
      int portOffset,
      @Nullable String instruments,
      boolean stopping,
      Map<String, ChildProcess> parts) {

    Path instrumentsOr(Path other) {
      return instruments == null ? other : Path.of(instruments);
    }
  }

  synchronized Run read() throws IOException {
    Path file = data.resolve("run.json");
    return Files.exists(file)
        ? JSON.readValue(Files.readString(file), Run.class)
        : new Run(0, null, false, Map.of());
  }

  synchronized void started(int portOffset, Path instruments, Part part, ChildProcess child)
      throws IOException {
    Map<String, ChildProcess> parts = new LinkedHashMap<>(read().parts());
    parts.put(part.label(), child);
    write(new Run(portOffset, instruments.toString(), false, parts));
  }

  synchronized void stopped(Part part) throws IOException {
    Run run = read();
    Map<String, ChildProcess> parts = new LinkedHashMap<>(run.parts());
    parts.remove(part.label());
    write(new Run(run.portOffset(), run.instruments(), run.stopping(), parts));
  }

  synchronized void stopping() throws IOException {
    Run run = read();
    write(new Run(run.portOffset(), run.instruments(), true, run.parts()));
  }

  /** The ports are kept: the platform will be looked for where it was. */
  synchronized void clear() throws IOException {
    Run run = read();
    write(new Run(run.portOffset(), run.instruments(), false, Map.of()));
  }

  private void write(Run run) throws IOException {
    replace("run.json", JSON.writeValueAsString(run));
    Map<String, Object> endpoints = new LinkedHashMap<>();
    for (Part part : Part.values()) {
      ChildProcess child = run.parts().get(part.label());
      if (child != null) {
        endpoints.put(
            part.label(), Endpoints.of(part, Ports.offset(run.portOffset()), child.pid()));
      }
    }
    replace("endpoints.json", JSON.writeValueAsString(endpoints));
  }

  private void replace(String name, String content) throws IOException {
    Path beside = data.resolve(name + ".new");
    Files.writeString(beside, content + "\n");
    Files.move(
        beside,
        data.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
