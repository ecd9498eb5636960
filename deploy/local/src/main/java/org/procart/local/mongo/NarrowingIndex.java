package org.procart.local.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Also serves queries that ask for more than its keys, as every guarded update does: id and
 * expected state. The library's own index serves only a query for exactly its keys, and reads the
 * whole collection for any other, so that an update would cost more the more documents there are.
 * What is found here is still matched against the whole query.
 */
final class NarrowingIndex extends Index<Object> {

  private static final String AND = "$and";

  private final Index<Object> index;

  NarrowingIndex(Index<Object> index, List<IndexKey> keys, boolean sparse) {
    super(index.getName(), keys, sparse);
    this.index = index;
  }

  @Override
  public boolean canHandle(Document query) {
    return narrowed(query).filter(index::canHandle).isPresent();
  }

  @Override
  public Iterable<Object> getPositions(Document query) {
    return index.getPositions(narrowed(query).orElseThrow());
  }

  /** What the query says of this index's keys; empty when it does not speak of all of them. */
  private Optional<Document> narrowed(Document query) {
    Document narrowed = new Document();
    for (String key : keys()) {
      Optional<Object> value = conditions(query, key).findFirst();
      if (value.isEmpty()) {
        return Optional.empty();
      }
      narrowed.put(key, value.get());
    }
    return Optional.of(narrowed);
  }

  /** All of them must hold, so any one of them narrows. */
  private static Stream<Object> conditions(Document query, String key) {
    Stream<Object> own = Stream.ofNullable(query.get(key));
    Stream<Object> inner =
        query.get(AND) instanceof Collection<?> parts
            ? parts.stream()
                .filter(Document.class::isInstance)
                .flatMap(part -> conditions((Document) part, key))
            : Stream.empty();
    return Stream.concat(own, inner);
  }

  @Override
  public Object getPosition(Document document) {
    return index.getPosition(document);
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Object> collection) {
    index.checkAdd(document, collection);
  }

  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {
    index.add(document, position, collection);
  }

  @Override
  public Object remove(Document document) {
    return index.remove(document);
  }

  @Override
  public long getCount() {
    return index.getCount();
  }

  @Override
  public long getDataSize() {
    return index.getDataSize();
  }

  @Override
  public void checkUpdate(
      Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
    index.checkUpdate(oldDocument, newDocument, collection);
  }

  @Override
  public void updateInPlace(
      Document oldDocument,
      Document newDocument,
      Object position,
      MongoCollection<Object> collection) {
    index.updateInPlace(oldDocument, newDocument, position, collection);
  }

  @Override
  public void drop() {
    index.drop();
  }

  @Override
  public boolean isUnique() {
    return index.isUnique();
  }
}
