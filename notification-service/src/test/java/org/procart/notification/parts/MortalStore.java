package org.procart.notification.parts;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that ends one caller's way at one write, as if that caller had been killed there. */
public final class MortalStore extends MemoryBackend {

  private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");
  private static final int KILLED = 1;

  private final Map<String, Fate> fates = new ConcurrentHashMap<>();

  private record Fate(AtomicInteger writes, boolean afterwards) {}

  /**
   * @param word all writes that name it are counted
   * @param write at which it happens, counted from 1
   * @param afterwards true: that write is done, and only its answer is lost
   */
  public void kill(String word, int write, boolean afterwards) {
    fates.put(word, new Fate(new AtomicInteger(write), afterwards));
  }

  public boolean killed(String word) {
    Fate fate = fates.get(word);
    return fate != null && fate.writes().get() <= 0;
  }

  @Override
  public Document handleMessage(MongoMessage message) {
    Optional<Fate> now = fate(message.getDocument());
    if (now.isPresent() && !now.get().afterwards()) {
      throw new MongoServerError(KILLED, "killed before");
    }
    Document answer = super.handleMessage(message);
    if (now.isPresent()) {
      throw new MongoServerError(KILLED, "killed after");
    }
    return answer;
  }

  private Optional<Fate> fate(Document command) {
    if (fates.isEmpty() || !WRITES.contains(command.keySet().iterator().next())) {
      return Optional.empty();
    }
    String text = command.toString();
    return fates.entrySet().stream()
        .filter(each -> text.contains(each.getKey()))
        .map(Map.Entry::getValue)
        .filter(fate -> fate.writes().decrementAndGet() == 0)
        .findFirst();
  }
}
