package org.procart.local.events;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One record as one line of JSON. */
final class EventLine {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Decoder decoder;

  EventLine(Decoder decoder) {
    this.decoder = decoder;
  }

  String of(ConsumerRecord<byte[], byte[]> event) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("topic", event.topic());
    line.put("partition", event.partition());
    line.put("offset", event.offset());
    line.put("key", event.key() == null ? null : text(event.key()));
    line.put("headers", headers(event));
    putValue(line, event.value());
    return JSON.writeValueAsString(line);
  }

  private void putValue(Map<String, @Nullable Object> line, byte @Nullable [] value) {
    if (value == null) {
      line.put("value", null);
      return;
    }
    try {
      line.put("value", decoder.decode(value));
    } catch (IOException e) {
      line.put("value", null);
      line.put("undecodable", Base64.getEncoder().encodeToString(value));
      line.put("error", e.getMessage());
    }
  }

  private static Map<String, @Nullable Object> headers(ConsumerRecord<byte[], byte[]> event) {
    Map<String, @Nullable Object> headers = new LinkedHashMap<>();
    for (Header header : event.headers()) {
      headers.put(header.key(), header.value() == null ? null : header(header));
    }
    return headers;
  }

  /** Dead letters carry the old partition and offset as binary numbers. */
  private static Object header(Header header) {
    byte[] value = header.value();
    boolean number = header.key().matches(".*(offset|partition|timestamp)$");
    if (number && value.length == Integer.BYTES) {
      return ByteBuffer.wrap(value).getInt();
    }
    if (number && value.length == Long.BYTES) {
      return ByteBuffer.wrap(value).getLong();
    }
    return text(value);
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return Base64.getEncoder().encodeToString(bytes);
    }
  }
}
