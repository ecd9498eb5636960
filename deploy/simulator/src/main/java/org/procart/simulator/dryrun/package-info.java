/** deploy/dry-run: tries a version of a rule set and shows what came of it. */
@NullMarked
package org.procart.simulator.dryrun;

import org.jspecify.annotations.NullMarked;
