/** How documents are written where somebody else may write the same at the same time. */
@NullMarked
package org.procart.alerting.document;

import org.jspecify.annotations.NullMarked;
