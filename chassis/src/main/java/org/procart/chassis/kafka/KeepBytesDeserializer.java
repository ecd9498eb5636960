package org.procart.chassis.kafka;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Reads with the deserialiser that the setting {@code procart.value.deserializer} names and keeps
 * the original bytes beside the value, so that a dead letter is the record as it came.
 */
public class KeepBytesDeserializer implements Deserializer<Object> {

  static final String DELEGATE = "procart.value.deserializer";
  static final String BYTES_HEADER = "procart_bytes";

  private @Nullable Deserializer<?> delegate;

  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {
    Object name = configs.get(DELEGATE);
    if (name == null) {
      throw new ConfigException(DELEGATE, null, "Name the value deserialiser's class.");
    }
    try {
      Deserializer<?> created = Utils.newInstance(name.toString(), Deserializer.class);
      created.configure(configs, isKey);
      delegate = created;
    } catch (ClassNotFoundException e) {
      throw new ConfigException(DELEGATE, name, "No such class on the class path.");
    }
  }

  @Override
  public @Nullable Object deserialize(String topic, byte @Nullable [] data) {
    return data == null ? null : read(() -> delegate().deserialize(topic, data));
  }

  @Override
  public @Nullable Object deserialize(String topic, Headers headers, byte @Nullable [] data) {
    if (data == null) {
      return null;
    }
    headers.remove(BYTES_HEADER);
    headers.add(BYTES_HEADER, data);
    return read(() -> delegate().deserialize(topic, headers, data));
  }

  /** The fault travels in a header, so it is judged here, while its causes are still whole. */
  private static @Nullable Object read(Supplier<@Nullable Object> value) {
    try {
      return value.get();
    } catch (RuntimeException e) {
      if (RegistryFaults.isTheRegistrys(e)) {
        throw new RegistryUnavailableException();
      }
      throw new SerializationException("Not a value of this topic: " + e.getClass().getName());
    }
  }

  @Override
  public void close() {
    if (delegate != null) {
      delegate.close();
    }
  }

  private Deserializer<?> delegate() {
    return Objects.requireNonNull(delegate, "configure was not called");
  }
}
