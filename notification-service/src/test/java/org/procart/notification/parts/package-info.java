/** Real parts in miniature: phones, tokens, serialisers. */
@org.jspecify.annotations.NullMarked
package org.procart.notification.parts;
