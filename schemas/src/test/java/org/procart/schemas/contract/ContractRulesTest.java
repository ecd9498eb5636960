package org.procart.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.procart.schemas.catalogue.Catalogue;
import org.procart.schemas.catalogue.TopicEntry;

class ContractRulesTest {

  static Stream<Schema> contracts() {
    return Catalogue.load().topics().stream().map(TopicEntry::schema);
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void everyContractKeepsTheRules(Schema contract) {
    assertThat(ContractRules.violations(contract)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void everyContractBeginsWithTheSameEnvelope(Schema contract) {
    List<Schema.Field> envelope = contract.getFields().subList(0, ContractRules.ENVELOPE.size());
    assertThat(envelope).extracting(Schema.Field::name).isEqualTo(ContractRules.ENVELOPE);
    assertThat(envelope).isEqualTo(contracts().findFirst().orElseThrow().getFields().subList(0, 6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name":"a","type":"string","default":""}                                           | give it a doc
          {"name":"a_b","type":"string","doc":"x","default":""}                               | camelCase
          {"name":"a","type":"string","doc":"x"}                                              | give it a default
          {"name":"a","type":"int","doc":"How long.","default":0}                             | name the unit
          {"name":"a","type":["string","null"],"doc":"x","default":""}                        | default null
          {"name":"a","type":["null","string","int"],"doc":"x, a count","default":null}       | default null
          {"name":"a","type":"bytes","doc":"x","default":""}                                  | plain type
          {"name":"a","type":{"type":"map","values":"string"},"doc":"x","default":{}}         | plain type
          {"name":"seenAt","type":"long","doc":"milliseconds","default":0}                    | timestamp-millis
          {"name":"a","type":{"type":"long","logicalType":"timestamp-micros"},"doc":"a count","default":0} | timestamp-millis
          {"name":"a","type":{"type":"enum","name":"E","doc":"x","symbols":["X","UNKNOWN"],"default":"UNKNOWN"},"doc":"x","default":"X"} | default be UNKNOWN
          {"name":"a","type":{"type":"enum","name":"E","doc":"x","symbols":["X"]},"doc":"x","default":"X"} | make UNKNOWN a symbol
          """)
  void aRuleSeesWhatItIsFor(String field, String message) {
    assertThat(ContractRules.violations(record(field)))
        .isNotEmpty()
        .anySatisfy(violation -> assertThat(violation).contains(message));
  }

  @Test
  void aRecordInsideIsCheckedToo() {
    Schema outer =
        record(
            """
            {"name":"a","type":{"type":"array","items":{"type":"record","name":"Inner","doc":"x",
            "fields":[{"name":"eventId","type":"string","doc":"x"}]}},"doc":"x","default":[]}\
            """);
    assertThat(ContractRules.violations(outer)).containsExactly("Inner.eventId: give it a default");
  }

  static Schema record(String field) {
    return new Schema.Parser()
        .parse(
            """
            {"type":"record","name":"R","namespace":"org.procart.schemas","doc":"x","fields":[%s]}\
            """
                .formatted(field));
  }
}
