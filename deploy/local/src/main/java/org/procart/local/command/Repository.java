package org.procart.local.command;

import java.nio.file.Path;

/** Where the repository lies; the commands in deploy/ say so. */
public final class Repository {

  private static final String SETTING = "procart.repository";

  private Repository() {}

  public static Path root() {
    return Path.of(System.getProperty(SETTING, "")).toAbsolutePath().normalize();
  }

  public static Path defaultData() {
    return root().resolve("deploy").resolve(".data");
  }
}
