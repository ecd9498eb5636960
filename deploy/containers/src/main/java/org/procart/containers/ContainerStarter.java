package org.procart.containers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.procart.local.TestParts;
import org.procart.local.part.Part;
import org.testcontainers.DockerClientFactory;

/** Found by {@link TestParts}; without Docker it fails, it never falls back or skips. */
public final class ContainerStarter implements TestParts.Starter {

  @Override
  public TestParts start(Path directory, Set<Part> parts) throws IOException, InterruptedException {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new IllegalStateException(
          "Profile containers needs Docker, and no Docker engine answers. Start Docker, or leave"
              + " out -Pcontainers: the same tests then run on embedded parts.");
    }
    return ContainerParts.start(directory, parts);
  }
}
