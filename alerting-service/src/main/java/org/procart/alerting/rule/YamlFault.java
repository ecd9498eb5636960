package org.procart.alerting.rule;

import java.io.Serial;

/** A rule set's file is wrong at a line; caught where the whole file is judged. */
final class YamlFault extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient RuleSetFault fault;

  YamlFault(int line, String reason) {
    super(reason);
    this.fault = new RuleSetFault(line, reason);
  }

  RuleSetFault fault() {
    return fault;
  }
}
