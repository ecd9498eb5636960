package org.procart.local.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** As the library's own: serves queries for exactly its key, whose position is its value. */
final class OnlyIds extends Index<Object> {

  static final IndexKey ID = new IndexKey("_id", true);

  OnlyIds() {
    super("_id_", List.of(ID), false);
  }

  @Override
  public boolean canHandle(Document query) {
    return query.keySet().equals(keySet());
  }

  @Override
  public Iterable<Object> getPositions(Document query) {
    return List.of(query.get("_id"));
  }

  @Override
  public Object getPosition(Document document) {
    throw new AssertionError();
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Object> collection) {
    throw new AssertionError();
  }

  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {
    throw new AssertionError();
  }

  @Override
  public Object remove(Document document) {
    throw new AssertionError();
  }

  @Override
  public long getCount() {
    throw new AssertionError();
  }

  @Override
  public long getDataSize() {
    throw new AssertionError();
  }

  @Override
  public void checkUpdate(
      Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
    throw new AssertionError();
  }

  @Override
  public void updateInPlace(
      Document oldDocument,
      Document newDocument,
      Object position,
      MongoCollection<Object> collection) {
    throw new AssertionError();
  }

  @Override
  public void drop() {
    throw new AssertionError();
  }
}
