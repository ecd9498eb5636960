package org.procart.chassis.problem;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Import;

/** Switches problem details on. */
@AutoConfiguration
@ConditionalOnWebApplication
@Import(ProblemAdvice.class)
public class ProblemAutoConfiguration {}
