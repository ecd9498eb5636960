package org.procart.schemas.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.procart.schemas.catalogue.Catalogue;

/**
 * The form in which an event waits in a store: Avro single-object encoding. It names its schema by
 * fingerprint, so neither storing nor reading needs the registry, and an event stored by an older
 * release can still be read by this one.
 */
public final class StoredEvent {

  static {
    TrustedRecords.trust();
  }

  private static final SchemaStore.Cache KNOWN = knownSchemas();

  private StoredEvent() {}

  public static byte[] encode(SpecificRecord record) {
    try {
      ByteBuffer buffer =
          new BinaryMessageEncoder<SpecificRecord>(
                  SpecificData.getForClass(record.getClass()), record.getSchema())
              .encode(record);
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads an event of the topic, written by this or an older release. */
  public static SpecificRecord decode(Catalogue catalogue, String topic, byte[] bytes) {
    Schema reader = catalogue.topic(topic).schema();
    try {
      return new BinaryMessageDecoder<SpecificRecord>(SpecificData.get(), reader, KNOWN)
          .decode(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SchemaStore.Cache knownSchemas() {
    SchemaStore.Cache cache = new SchemaStore.Cache();
    ReleasedSchemas.all().forEach(cache::addSchema);
    Catalogue.load().topics().forEach(entry -> cache.addSchema(entry.schema()));
    return cache;
  }
}
