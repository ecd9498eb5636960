/** Who calls: bearer tokens of the issuer, and nothing without one. */
@NullMarked
package org.procart.chassis.security;

import org.jspecify.annotations.NullMarked;
