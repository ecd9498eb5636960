/** What the commands in deploy/ share: their arguments, their words, where a platform is found. */
@org.jspecify.annotations.NullMarked
package org.procart.local.command;
