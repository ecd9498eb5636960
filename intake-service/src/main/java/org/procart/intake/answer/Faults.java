package org.procart.intake.answer;

import java.util.ArrayList;
import java.util.List;

/** Collects every fault, so that all are told at once. */
public final class Faults {

  private final List<Fault> found = new ArrayList<>();

  public void add(String code, String location, String message) {
    found.add(new Fault(code, location, message));
  }

  public List<Fault> list() {
    return List.copyOf(found);
  }
}
