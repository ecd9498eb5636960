/** The rules that every Avro contract keeps, and keeps keeping. */
@NullMarked
package org.procart.schemas.contract;

import org.jspecify.annotations.NullMarked;
