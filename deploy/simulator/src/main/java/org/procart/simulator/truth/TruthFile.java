package org.procart.simulator.truth;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * One JSON object a line, in the order of the simulation however the answers come in. What waits
 * for an earlier line is written at the end, so nothing that was sent is missing.
 */
public final class TruthFile implements AutoCloseable {

  private final BufferedWriter out;
  private final SortedMap<Integer, String> waiting = new TreeMap<>();
  private int next;

  /** Never over an older one: it may be the only record of what a platform was told. */
  public TruthFile(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    out = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /**
   * @param position 0, 1, 2, …; each once
   */
  public synchronized void add(int position, ObjectNode line) {
    waiting.put(position, line.toString());
    for (String due = waiting.remove(next); due != null; due = waiting.remove(next)) {
      write(due);
      next++;
    }
  }

  private void write(String line) {
    try {
      out.write(line);
      out.newLine();
      if (waiting.isEmpty()) {
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    waiting.values().forEach(this::write);
    waiting.clear();
    out.close();
  }
}
