package org.procart.local.captured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The suppliers of this machine; their modes are kept on disk. */
final class Suppliers implements AutoCloseable {

  static final String FIRST = "one";
  static final String SECOND = "two";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path file;
  private final Map<String, SmsSupplier> all = new LinkedHashMap<>();

  private Suppliers(Path file) {
    this.file = file;
  }

  static Suppliers open(Path directory, Captured.Listening ports, Inbound.Shared shared)
      throws IOException {
    Files.createDirectories(directory);
    Suppliers suppliers = new Suppliers(directory.resolve("suppliers.json"));
    Map<String, SupplierMode> modes = suppliers.read();
    suppliers.add(FIRST, ports.smpp(), modes, shared);
    suppliers.add(SECOND, ports.smppTwo(), modes, shared);
    return suppliers;
  }

  private Map<String, SupplierMode> read() throws IOException {
    return Files.exists(file)
        ? JSON.readValue(Files.readString(file), new TypeReference<>() {})
        : Map.of();
  }

  private void add(String name, int port, Map<String, SupplierMode> modes, Inbound.Shared shared)
      throws IOException {
    SupplierMode mode = modes.getOrDefault(name, SupplierMode.UP);
    all.put(name, new SmsSupplier(name, port, mode, shared));
  }

  Optional<SmsSupplier> named(String name) {
    return Optional.ofNullable(all.get(name));
  }

  /** Every name with its mode. */
  synchronized Map<String, String> modes() {
    Map<String, String> modes = new TreeMap<>();
    all.forEach((name, supplier) -> modes.put(name, supplier.mode().label()));
    return modes;
  }

  synchronized void set(SmsSupplier supplier, SupplierMode mode) throws IOException {
    supplier.become(mode);
    Map<String, SupplierMode> modes = new TreeMap<>();
    all.forEach((name, each) -> modes.put(name, each.mode()));
    Path beside = file.resolveSibling("suppliers.json.new");
    Files.writeString(beside, JSON.writeValueAsString(modes));
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    for (SmsSupplier supplier : all.values()) {
      supplier.close();
    }
  }
}
