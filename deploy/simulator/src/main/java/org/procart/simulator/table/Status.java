package org.procart.simulator.table;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a figure can be relied on. */
public enum Status {
  @JsonProperty("verified")
  VERIFIED("verified"),
  @JsonProperty("from-memory")
  FROM_MEMORY("from memory"),
  @JsonProperty("assumed")
  ASSUMED("assumed");

  private final String words;

  Status(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
