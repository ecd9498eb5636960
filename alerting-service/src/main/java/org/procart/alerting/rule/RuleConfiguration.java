package org.procart.alerting.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the rule sets that come as files; a set that is refused stops the start and says why. */
@Configuration(proxyBeanMethods = false)
class RuleConfiguration {

  private static final String DEFAULT = "/rules/default.yml";

  @Bean
  RulesInForce rulesInForce(RuleSetProperties properties) throws IOException {
    List<RuleSet> ofSites = new ArrayList<>();
    RuleSet defaultSet = defaultSet();
    for (Path file : files(properties)) {
      RuleSet set = read(file);
      if (set.site() == null) {
        defaultSet = set;
      } else {
        ofSites.add(set);
      }
    }
    RuleSets sets = new RuleSets(defaultSet, ofSites);
    sets.all().forEach(RuleSwitch::announce);
    return new RulesInForce(sets);
  }

  private static List<Path> files(RuleSetProperties properties) throws IOException {
    Path folder = properties.folder();
    if (folder == null) {
      return List.of();
    }
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException("procart.alerting.rules.folder is not a folder: " + folder);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    }
  }

  private static RuleSet read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return RuleSetReader.read(file.toString(), reader);
    }
  }

  private static RuleSet defaultSet() {
    try (InputStream file =
        Objects.requireNonNull(RuleConfiguration.class.getResourceAsStream(DEFAULT))) {
      return RuleSetReader.read(DEFAULT, new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
