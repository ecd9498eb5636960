/** The whole platform on real processes, driven as its users drive it. */
package org.procart.acceptance;
