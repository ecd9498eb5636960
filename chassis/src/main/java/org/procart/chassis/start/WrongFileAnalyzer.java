package org.procart.chassis.start;

import org.procart.schemas.file.WrongFileException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which file is wrong, where, and what to do, in place of a stack trace. */
class WrongFileAnalyzer extends AbstractFailureAnalyzer<WrongFileException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, WrongFileException cause) {
    return new FailureAnalysis(cause.problem(), cause.cure(), cause);
  }
}
