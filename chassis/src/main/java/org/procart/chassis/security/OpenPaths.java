package org.procart.chassis.security;

import java.util.List;

/**
 * Paths of this service that need no token.
 *
 * @param patterns Spring path patterns, for example {@code /a/*}
 */
public record OpenPaths(List<String> patterns) {

  public OpenPaths {
    patterns = List.copyOf(patterns);
  }
}
