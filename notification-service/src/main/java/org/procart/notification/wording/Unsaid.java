package org.procart.notification.wording;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What no message says in a site's own words, whatever its purpose. */
final class Unsaid {

  private static final Pattern FIELD = Pattern.compile("\\{[^{}]*}");

  /** Whatever stands between: what is spaced out can still be read as one number. */
  private static final Pattern LONG_NUMBER =
      Pattern.compile("\\p{Nd}([\\p{Z}\\p{Pd},._+/()]*\\p{Nd}){6,}");

  /** Phones make a link of whatever looks like a host, known ending or not. */
  private static final Pattern ADDRESS =
      Pattern.compile("@|/|\\bwww\\.|[\\p{L}\\p{Nd}_-]\\.\\p{L}{2,}");

  /** Stands for "or" where a language has no short word for it. */
  private static final String OR_LINK = " / {link}";

  /** Who reads one of them and sends it, is not paged any more. */
  private static final Pattern SUPPLIER_WORD =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(STOP|STOPALL|UNSUBSCRIBE|END|QUIT|CANCEL|OPTOUT|REVOKE|START|UNSTOP|YES)"
              + "(?![\\p{L}\\p{N}])");

  /** As a word of its own, however it is drawn apart; and before cells. */
  private static final Pattern CART =
      Pattern.compile(
          "(?<!\\p{L})c[^\\p{L}\\p{N}]*a[^\\p{L}\\p{N}]*r[^\\p{L}\\p{N}]*t"
              + "(?!\\p{L})|car[^\\p{L}\\p{N}]*t[^\\p{L}\\p{N}]*(cel|cél|zel)");

  /** Too short to be looked for inside of other words. */
  private static final Pattern SHORT_CLINICAL = Pattern.compile("(?<!\\p{L})(crs|icans)(?!\\p{L})");

  /** Stems that tell onlookers of an illness; a proposal, to be signed off with the words. */
  private static final List<String> CLINICAL =
      List.of(
          "car-t",
          "cart-",
          "cancer",
          "cáncer",
          "câncer",
          "cancro",
          "kanker",
          "krebs",
          "pukupuku",
          "tumor",
          "tumour",
          "tumeur",
          "lymph",
          "linf",
          "leuk",
          "leuc",
          "myelom",
          "mielom",
          "chemo",
          "chimio",
          "quimio",
          "onco",
          "onko",
          "haemat",
          "hémat",
          "hemat",
          "hämat",
          "fever",
          "fièvre",
          "fiebre",
          "febre",
          "koorts",
          "fieber",
          "seizure",
          "infus",
          "transplant",
          "diagnos",
          "sepsis",
          "sépsis",
          "sepse",
          "septic",
          "séptic",
          "septiq",
          "septisch",
          "neurotox",
          "cytokin",
          "zytokin",
          "citoquin",
          "citocin");

  private Unsaid() {}

  static void faults(String words, List<WordingRules.Fault> faults) {
    String bare = Template.bare(words);
    WordingRules.check(
        !LONG_NUMBER.matcher(bare).find(),
        "number",
        "A long number may be a patient's: the site's own number is {advicePhone}.",
        faults);
    WordingRules.check(
        !isAddress(words),
        "address",
        "Give no address and no '/': the only link of a message is {link}.",
        faults);
    WordingRules.check(
        !isClinical(bare.toLowerCase(Locale.ROOT).replace("pro-cart", "")),
        "clinical-word",
        "Others may see the screen: say nothing of an illness or a treatment.",
        faults);
    WordingRules.check(
        !SUPPLIER_WORD.matcher(bare).find(),
        "opt-out-word",
        "SMS suppliers obey such a word (STOP, CANCEL, START…) when it is sent back: choose"
            + " another.",
        faults);
  }

  /** Also one that is whole only with what a field is filled with, or with nothing. */
  private static boolean isAddress(String words) {
    String own = words.replace(OR_LINK, "").toLowerCase(Locale.ROOT);
    return Stream.of("", "x")
        .map(value -> FIELD.matcher(own).replaceAll(value))
        .anyMatch(text -> ADDRESS.matcher(text).find());
  }

  private static boolean isClinical(String lower) {
    return CLINICAL.stream().anyMatch(lower::contains)
        || CART.matcher(lower).find()
        || SHORT_CLINICAL.matcher(lower).find();
  }
}
