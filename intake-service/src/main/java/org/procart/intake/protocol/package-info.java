/** What is asked of patients, and when: protocols as data, built in or a site's own. */
@NullMarked
package org.procart.intake.protocol;

import org.jspecify.annotations.NullMarked;
