package org.procart.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventIdTest {

  @Test
  void theSameFactHasTheSameIdInEveryRelease() {
    assertThat(EventId.of("score", "submission", "pro-ctcae", 1))
        .isEqualTo("563b0d01d7e6c4a06e0c5962e073a2309f2d82dc4eaf31939c7cdfe8d5805358")
        .isEqualTo(EventId.of("score", "submission", "pro-ctcae", "1"));
  }

  @Test
  void partsDoNotRunIntoEachOther() {
    assertThat(EventId.of("score", "ab", "c")).isNotEqualTo(EventId.of("score", "a", "bc"));
    assertThat(EventId.of("score", "a")).isNotEqualTo(EventId.of("score", "a", ""));
    assertThat(EventId.of("score", "a")).isNotEqualTo(EventId.of("alert", "a"));
  }
}
