package org.procart.notification.document;

import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;

/** Turns our records into store documents and back; what a record lacks or adds is no error. */
public final class StoredRecords {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StoredRecords() {}

  public static Document toDocument(Object record) {
    return Document.parse(JSON.writeValueAsString(record));
  }

  public static <T> T read(Document document, Class<T> type) {
    return JSON.readValue(document.toJson(), type);
  }
}
