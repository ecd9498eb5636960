/** What is true on a day, and the answers and FHIR documents that people make of it. */
@NullMarked
package org.procart.simulator.report;

import org.jspecify.annotations.NullMarked;
