package org.procart.chassis.problem;

import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.io.Serial;

/** The store cannot be reached: answered with 503 and Retry-After. */
public class StoreUnavailableException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  public StoreUnavailableException(Throwable cause) {
    super(cause);
  }

  /** True when the fault, or what caused it, is a store that cannot be reached. */
  public static boolean causedBy(Throwable fault) {
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (t instanceof MongoTimeoutException
          || t instanceof MongoSocketException
          || t instanceof MongoInterruptedException) {
        return true;
      }
    }
    return false;
  }
}
