/** What people look at: who is on call, where cover lacks, what was sent. */
@NullMarked
package org.procart.notification.overview;

import org.jspecify.annotations.NullMarked;
