package org.procart.local.events;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;
import org.procart.local.process.Http;
import tools.jackson.databind.json.JsonMapper;

/** Reads Confluent's wire format with the writer's schema, asked once per id. */
final class Decoder {

  private static final int HEADER = 5;

  private final Http http = new Http();
  private final String registryApi;
  private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

  Decoder(String registryApi) {
    this.registryApi = registryApi;
  }

  @Nullable Object decode(byte[] bytes) throws IOException {
    if (bytes.length < HEADER || bytes[0] != 0) {
      throw new IOException("not in Confluent's wire format");
    }
    Schema schema = schema(ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt());
    BinaryDecoder decoder =
        DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null);
    try {
      Object value = new GenericDatumReader<>(schema).read(null, decoder);
      if (!decoder.isEnd()) {
        throw new IOException("bytes are left after the record");
      }
      return PlainJson.of(value, schema);
    } catch (AvroRuntimeException | IndexOutOfBoundsException e) {
      throw new IOException("not readable with its schema: " + e.getMessage(), e);
    }
  }

  private Schema schema(int id) throws IOException {
    Schema known = schemas.get(id);
    if (known != null) {
      return known;
    }
    Http.Answer answer = http.get(registryApi + "/schemas/ids/" + id, Map.of());
    if (!answer.ok()) {
      throw new IOException("the registry does not know schema id " + id);
    }
    String text = JsonMapper.shared().readTree(answer.body()).required("schema").asString();
    Schema schema = new Schema.Parser().parse(text);
    schemas.put(id, schema);
    return schema;
  }
}
