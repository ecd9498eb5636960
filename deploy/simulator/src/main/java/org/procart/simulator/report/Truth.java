package org.procart.simulator.report;

import tools.jackson.databind.node.ObjectNode;

/** What was so, whatever was reported of it. */
public interface Truth {

  void note(ObjectNode truth);
}
