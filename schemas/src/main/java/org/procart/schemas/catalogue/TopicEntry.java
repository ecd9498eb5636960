package org.procart.schemas.catalogue;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One topic of the platform.
 *
 * @param topic name on the broker
 * @param schema of the value; the subject in the registry is {@code <topic>-value}
 * @param key what the record key holds (UTF-8 text)
 * @param partitions production default
 * @param compacted true: the last state per key is kept; false: records live {@code retentionDays}
 * @param retentionDays null for compacted topics
 * @param patientData true when values are about a patient
 * @param producers services that write
 * @param consumers group ids of our own readers; each has a dead-letter topic
 */
public record TopicEntry(
    String topic,
    Schema schema,
    String key,
    int partitions,
    boolean compacted,
    @Nullable Integer retentionDays,
    boolean patientData,
    List<String> producers,
    List<String> consumers) {

  public String subject() {
    return topic + "-value";
  }

  public Stream<String> deadLetterTopics() {
    return consumers.stream().map(group -> deadLetterTopic(topic, group));
  }

  public static String deadLetterTopic(String topic, String group) {
    return topic + "." + group + "-dlt";
  }
}
