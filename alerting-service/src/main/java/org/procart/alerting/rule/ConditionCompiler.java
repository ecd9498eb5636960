package org.procart.alerting.rule;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Type-checks conditions against the named facts and a set's own settings. */
final class ConditionCompiler {

  private static final CelOptions OPTIONS =
      CelOptions.current().enableHeterogeneousNumericComparisons(true).build();

  private final Map<String, List<String>> settings;
  private final CelCompiler compiler;
  private final CelRuntime runtime =
      CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

  ConditionCompiler(Map<String, List<String>> settings) {
    this.settings = settings;
    this.compiler = compilerFor(settings);
  }

  Condition compile(String expression) throws CelValidationException, CelEvaluationException {
    CelRuntime.Program program = runtime.createProgram(compiler.compile(expression).getAst());
    return facts -> evaluate(program, facts);
  }

  private boolean evaluate(CelRuntime.Program program, Facts facts) {
    try {
      return (Boolean) program.eval(name -> lookUp(name, facts));
    } catch (CelEvaluationException e) {
      // A condition that cannot tell must not stay silent.
      return true;
    }
  }

  private Optional<Object> lookUp(String name, Facts facts) {
    return Optional.<Object>ofNullable(facts.named().get(name))
        .or(() -> Optional.ofNullable(settings.get(name)));
  }

  private static CelCompiler compilerFor(Map<String, List<String>> settings) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setResultType(SimpleType.BOOL);
    for (Fact fact : Fact.values()) {
      builder.addVar(fact.label(), fact.type());
    }
    settings.keySet().forEach(name -> builder.addVar(name, ListType.create(SimpleType.STRING)));
    return builder.build();
  }
}
