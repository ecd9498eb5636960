package org.procart.schemas.yaml;

/** A file is wrong at a line; who reads the file says which file. */
public final class YamlFault extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int line;
  private final String problem;

  YamlFault(int line, String problem) {
    super("line %d: %s".formatted(line, problem));
    this.line = line;
    this.problem = problem;
  }

  /** A count from 1. */
  public int line() {
    return line;
  }

  public String problem() {
    return problem;
  }
}
