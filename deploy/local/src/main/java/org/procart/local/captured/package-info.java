/** The phones and mailboxes of this machine. */
@org.jspecify.annotations.NullMarked
package org.procart.local.captured;
