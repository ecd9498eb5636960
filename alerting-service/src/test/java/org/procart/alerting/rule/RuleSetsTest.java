package org.procart.alerting.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which set counts where. */
class RuleSetsTest {

  private final RuleSets sets =
      new RuleSets(
          set("default", "1", null),
          List.of(set("of-a", "1", "site-a"), set("of-c", "1", "site-c")));

  @Test
  void aReleasedVersionTakesThePlaceOfItsSet() {
    RuleSets next = sets.with(List.of(set("of-a", "2", "site-a")));

    assertThat(next.forSite("site-a").version()).isEqualTo("2");
    assertThat(next.forSite("site-b").id()).isEqualTo("default");
    assertThat(next.forSite("site-c").id()).isEqualTo("of-c");
    assertThat(next.all()).hasSize(3);
    assertThat(sets.forSite("site-a").version()).isEqualTo("1");
  }

  @Test
  void aSetThatMovesToAnotherSiteLeavesTheFirstOneToTheDefaultSet() {
    RuleSets next = sets.with(List.of(set("of-a", "2", "site-b")));

    assertThat(next.forSite("site-b").id()).isEqualTo("of-a");
    assertThat(next.forSite("site-a").id()).isEqualTo("default");
  }

  @Test
  void aReleasedSetWithoutASiteIsTheNewDefaultAndSitesKeepTheirOwn() {
    RuleSets next = sets.with(List.of(set("default", "2", null)));

    assertThat(next.forSite(null).version()).isEqualTo("2");
    assertThat(next.forSite("site-a").id()).isEqualTo("of-a");
  }

  @Test
  void aSetIsFoundByItsName() {
    assertThat(sets.find("of-a").orElseThrow().site()).isEqualTo("site-a");
    assertThat(sets.find("default").orElseThrow().site()).isNull();
    assertThat(sets.find("none")).isEmpty();
  }

  @Test
  void twoSetsOfOneNameAreRefused() {
    assertThatThrownBy(
            () -> new RuleSets(set("one", "1", null), List.of(set("one", "1", "site-a"))))
        .hasMessageContaining("same id");
  }

  @Test
  void aSetOfASiteMustNameIt() {
    assertThatThrownBy(() -> new RuleSets(set("one", "1", null), List.of(set("two", "1", null))))
        .hasMessageContaining("names no site");
  }

  private static RuleSet set(String id, String version, @Nullable String site) {
    return new RuleSet(id, version, site, "Title", "test", null, Map.of(), List.of());
  }
}
