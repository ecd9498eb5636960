package org.procart.simulator.dryrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.local.command.CommandException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The version to try.
 *
 * @param text of the file; null: the platform knows it
 * @param siteOfFile the site that the file names; empty: none, or there is no file
 */
record WantedSet(String id, String version, @Nullable String text, Optional<String> siteOfFile) {

  static WantedSet of(DryRunOptions options) throws IOException, CommandException {
    Path file = Path.of(options.ruleSet());
    if (Files.isRegularFile(file)) {
      return ofFile(file, options.version());
    }
    String version =
        options
            .version()
            .orElseThrow(
                () ->
                    DryRunOptions.wrong(
                        "There is no file '"
                            + options.ruleSet()
                            + "'; if it is the id of a set, say --version too."));
    return new WantedSet(options.ruleSet(), version, null, Optional.empty());
  }

  private static WantedSet ofFile(Path file, Optional<String> version)
      throws IOException, CommandException {
    String text = Files.readString(file);
    Map<?, ?> root = root(file, text);
    String id = named(root, "id", file);
    String own = named(root, "version", file);
    if (version.isPresent() && !version.get().equals(own)) {
      throw DryRunOptions.wrong(
          file + " is version " + own + ", not " + version.get() + ": leave --version out.");
    }
    return new WantedSet(id, own, text, Optional.ofNullable(root.get("site")).map(String::valueOf));
  }

  private static Map<?, ?> root(Path file, String text) throws CommandException {
    try {
      Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      if (loaded instanceof Map<?, ?> root) {
        return root;
      }
    } catch (YAMLException e) {
      // Told below; the service says more about a file that can be read at all.
    }
    throw DryRunOptions.wrong(file + " is no rule set: see docs/rules.md.");
  }

  private static String named(Map<?, ?> root, String key, Path file) throws CommandException {
    Object value = root.get(key);
    if (value == null) {
      throw DryRunOptions.wrong(file + " has no '" + key + "': see docs/rules.md.");
    }
    return String.valueOf(value);
  }
}
