package org.procart.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvolutionTest {

  private static final String ENUM =
      """
      {"name":"a","type":{"type":"enum","name":"E","symbols":[%s],"default":"UNKNOWN"},"default":"UNKNOWN"}\
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name":"a","type":"int","default":0}    | {"name":"a","type":"long","default":0}
          {"name":"a","type":"int","default":0}    | {"name":"b","type":"int"}
          {"name":"a","type":"int"}                | {"name":"b","type":"int","default":0}
          {"name":"a","type":{"type":"enum","name":"E","symbols":["X"]}} | {"name":"a","type":{"type":"enum","name":"E","symbols":["X","Y"]}}
          {"name":"a","type":{"type":"long","logicalType":"timestamp-millis"}} | {"name":"a","type":{"type":"long","logicalType":"timestamp-micros"}}
          {"name":"a","type":"long","doc":"in days"} | {"name":"a","type":"long","doc":"seconds"}
          """)
  void aChangeThatBreaksOrMisleadsAReaderIsSeen(String before, String after) {
    assertThat(Evolution.violations(record(before), record(after))).isNotEmpty();
  }

  @Test
  void aNewFieldWithADefaultIsFine() {
    Schema before = record("{\"name\":\"a\",\"type\":\"int\",\"default\":0}");
    Schema after =
        record(
            "{\"name\":\"a\",\"type\":\"int\",\"default\":0},"
                + "{\"name\":\"b\",\"type\":\"string\",\"default\":\"\"}");
    assertThat(Evolution.violations(before, after)).isEmpty();
  }

  @Test
  void aNewSymbolIsFineWhereUnknownIsTheDefault() {
    Schema before = record(ENUM.formatted("\"UNKNOWN\",\"X\""));
    Schema after = record(ENUM.formatted("\"UNKNOWN\",\"X\",\"Y\""));
    assertThat(Evolution.violations(before, after)).isEmpty();
  }

  private static Schema record(String field) {
    return ContractRulesTest.record(field);
  }
}
