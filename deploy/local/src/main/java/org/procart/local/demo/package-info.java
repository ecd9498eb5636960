/** deploy/up --demo: one report and everything that comes of it, shown step by step. */
@org.jspecify.annotations.NullMarked
package org.procart.local.demo;
