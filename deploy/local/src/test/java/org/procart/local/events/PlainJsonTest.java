package org.procart.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PlainJsonTest {

  private static final Schema SCHEMA =
      new Schema.Parser()
          .parse(
              """
              {"type":"record","name":"R","fields":[
                {"name":"text","type":["null","string"]},
                {"name":"none","type":["null","string"]},
                {"name":"at","type":{"type":"long","logicalType":"timestamp-millis"}},
                {"name":"day","type":["null",{"type":"int","logicalType":"date"}]},
                {"name":"kind","type":{"type":"enum","name":"K","symbols":["UNKNOWN","RED"]}},
                {"name":"values","type":{"type":"array","items":["null","double"]}},
                {"name":"named","type":{"type":"map","values":"int"}},
                {"name":"raw","type":"bytes"}]}
              """);

  @Test
  void unionsAreBareTimesAreTextAndNullsAreKept() {
    GenericData.Record record =
        new GenericRecordBuilder(SCHEMA)
            .set("text", "hello")
            .set("none", null)
            .set("at", 1_795_201_133_992L)
            .set("day", 20_777)
            .set("kind", new GenericData.EnumSymbol(SCHEMA.getField("kind").schema(), "RED"))
            .set("values", java.util.Arrays.asList(1.5, null))
            .set("named", Map.of("a", 1))
            .set("raw", ByteBuffer.wrap(new byte[] {1, 2}))
            .build();

    String json = JsonMapper.shared().writeValueAsString(PlainJson.of(record, SCHEMA));

    assertThat(json)
        .isEqualTo(
            "{\"text\":\"hello\",\"none\":null,\"at\":\"2026-11-20T18:58:53.992Z\","
                + "\"day\":\"2026-11-20\",\"kind\":\"RED\",\"values\":[1.5,null],"
                + "\"named\":{\"a\":1},\"raw\":\"AQI=\"}");
  }
}
