package org.procart.alerting.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleConfigurationTest {

  @TempDir Path folder;

  @Test
  void withoutAFolderEverySiteHasTheDefaultSet() throws IOException {
    RuleSets sets = load(new RuleSetProperties(null));

    assertThat(sets.all()).extracting(RuleSet::id).containsExactly("default");
    assertThat(sets.forSite("site-a").id()).isEqualTo("default");
    assertThat(sets.forSite(null).id()).isEqualTo("default");
  }

  @Test
  void aSiteMayHaveItsOwnSafetyList() throws IOException {
    write(
        "site-a.yml", set("site-a-rules", "site: site-a\n").replace("\"78\"]", "\"78\", \"48\"]"));

    RuleSets sets = load(new RuleSetProperties(folder));

    assertThat(sets.forSite("site-a").settings().get("safetyTerms")).contains("48");
    assertThat(sets.forSite("site-b").settings().get("safetyTerms")).doesNotContain("48");
  }

  @Test
  void aFileWithoutASiteIsTheNewDefault() throws IOException {
    write("all.yml", set("trial", ""));

    assertThat(load(new RuleSetProperties(folder)).forSite("site-b").id()).isEqualTo("trial");
  }

  @Test
  void aRefusedFileStopsTheStartAndIsNamed() throws IOException {
    write("bad.yml", set("bad", "site: site-a\n").replace("grade >= 3", "grad >= 3"));

    assertThatThrownBy(() -> load(new RuleSetProperties(folder)))
        .isInstanceOf(RuleSetRefusedException.class)
        .hasMessageContaining("bad.yml")
        .hasMessageContaining("undeclared reference to 'grad'");
  }

  @Test
  void twoSetsOfOneSiteAndAMissingFolderStopTheStart() throws IOException {
    write("one.yml", set("one", "site: site-a\n"));
    write("two.yml", set("two", "site: site-a\n"));

    assertThatThrownBy(() -> load(new RuleSetProperties(folder)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> load(new RuleSetProperties(folder.resolve("none"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("procart.alerting.rules.folder");
  }

  private static RuleSets load(RuleSetProperties properties) throws IOException {
    return new RuleConfiguration().rulesInForce(properties).now();
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  private static String set(String id, String site) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(RuleConfiguration.class.getResourceAsStream("/rules/default.yml"))) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace("id: default\n", "id: " + id + "\n" + site);
    }
  }
}
