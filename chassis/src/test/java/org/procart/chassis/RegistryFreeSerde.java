package org.procart.chassis;

import java.net.ConnectException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.procart.schemas.catalogue.Catalogue;
import org.procart.schemas.event.StoredEvent;

/** Serialisers are settings: here, for the chassis alone, ones that need no registry. */
public final class RegistryFreeSerde {

  private static final Catalogue CATALOGUE = Catalogue.load();

  /** As a client behaves that must ask for a schema and gets no answer. */
  static final AtomicBoolean REGISTRY_AWAY = new AtomicBoolean();

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
      if (REGISTRY_AWAY.get()) {
        throw new IllegalStateException(new ConnectException("Connection refused"));
      }
      try {
        return StoredEvent.decode(CATALOGUE, topic, bytes);
      } catch (RuntimeException e) {
        throw new SerializationException("not one of our events", e);
      }
    }
  }
}
