package org.procart.alerting.replay;

import org.jspecify.annotations.Nullable;

/**
 * What is to be tried.
 *
 * @param truth what really was; null: nobody says
 * @param by pseudonym of who wants to know
 */
record DryRunOrder(Contest contest, Terms terms, @Nullable Truth truth, String by) {}
