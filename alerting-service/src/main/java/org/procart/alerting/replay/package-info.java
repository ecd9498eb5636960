/**
 * Try before live: what a version of a rule set would have rung on reports that came already,
 * beside what is in force. Reads only; keeps its own runs and nothing else.
 */
@NullMarked
package org.procart.alerting.replay;

import org.jspecify.annotations.NullMarked;
