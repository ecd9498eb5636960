package org.procart.notification.parts;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.procart.schemas.catalogue.Catalogue;
import org.procart.schemas.event.StoredEvent;

/** Serialisers are settings: here ones that need no registry. */
public final class RegistryFreeSerde {

  private static final Catalogue CATALOGUE = Catalogue.load();

  private RegistryFreeSerde() {}

  public static final class Writer implements Serializer<Object> {
    @Override
    public byte[] serialize(String topic, Object value) {
      return StoredEvent.encode((SpecificRecord) value);
    }
  }

  public static final class Reader implements Deserializer<Object> {
    @Override
    public Object deserialize(String topic, byte[] bytes) {
      try {
        return StoredEvent.decode(CATALOGUE, topic, bytes);
      } catch (RuntimeException e) {
        throw new SerializationException("not one of our events", e);
      }
    }
  }
}
