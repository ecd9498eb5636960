package org.procart.schemas.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the PRO-CTCAE questionnaires from the item table: the library as the German national front
 * ends use it, and the ready forms that are parts of it. No item is required. Terms stand in place
 * of the wording, which is part of the validated instrument and comes as a site's overlay.
 */
final class ProCtcaeForm {

  private static final String NATIONAL =
      "https://www.medizininformatik-initiative.de/fhir/ext/modul-pro/";
  private static final String OWN_FORMS = "https://procart.org/fhir/Questionnaire/";
  private static final String CODES = NATIONAL + "CodeSystem/mii-cs-pro-pro-ctcae";
  private static final String ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
  private static final String OURS = "https://procart.org/fhir/StructureDefinition/";

  /**
   * What is made.
   *
   * @param file name in {@code questionnaires/}
   * @param terms numbers of the NCI library; empty: all
   */
  record Spec(
      String file,
      String id,
      String url,
      String version,
      String name,
      String title,
      String description,
      Set<Integer> terms) {}

  static final Spec LIBRARY =
      new Spec(
          "pro-ctcae-2026.0.0.json",
          "mii-qst-pro-pro-ctcae-onkologisches-basisscreening",
          NATIONAL + "Questionnaire/mii-qst-pro-pro-ctcae-onkologisches-basisscreening",
          "2026.0.0",
          "ProCtcaeOnkologischesBasisscreening",
          "PRO-CTCAE, all items of the NCI library",
          "Takes what the German national front ends send: any of the 124 items, flat or in groups,"
              + " none required.",
          Set.of());

  /**
   * The five that were worst at day 14 (Hoogland, Cancer Med 2021), and what points to cytokine
   * release, neurotoxicity, infection or low blood counts.
   */
  static final Spec CART_WEEKLY =
      new Spec(
          "pro-ctcae-cart-weekly-1.0.0.json",
          "pro-ctcae-cart-weekly",
          OWN_FORMS + "pro-ctcae-cart-weekly",
          "1.0.0",
          "ProCtcaeCartWeekly",
          "PRO-CTCAE, weekly follow-up after CAR-T",
          "Terms of the last 7 days, asked once a week; the choice of terms is a proposal, to be"
              + " confirmed by the clinical lead of each site.",
          Set.of(
              1, 3, 8, 9, 10, 15, 16, 19, 20, 22, 23, 24, 39, 40, 46, 47, 48, 49, 50, 52, 53, 54,
              56, 73, 74, 75, 78));

  static final Spec SKIN =
      new Spec(
          "pro-ctcae-skin-1.0.0.json",
          "pro-ctcae-skin",
          OWN_FORMS + "pro-ctcae-skin",
          "1.0.0",
          "ProCtcaeSkin",
          "PRO-CTCAE, effects on the skin",
          "All terms of the library's category Cutaneous. In no schedule unless a site puts it"
              + " there.",
          Set.of(24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38));

  static final List<Spec> ALL = List.of(LIBRARY, CART_WEEKLY, SKIN);

  /** Breath, concentration, memory, chills, nosebleed: what must not wait after CAR-T. */
  private static final Set<Integer> SAFETY_TERMS = Set.of(19, 46, 47, 74, 78);

  /** Rash, hives, bruising. */
  private static final Set<Integer> PRESENCE_TO_TELL = Set.of(24, 29, 73);

  private static final Map<String, OptOut> OPT_OUTS =
      Map.of(
          "not-applicable", new OptOut("Not applicable", "not-applicable"),
          "not-sexually-active", new OptOut("Not sexually active", "not-applicable"),
          "prefer-not-to-answer", new OptOut("Prefer not to answer", "asked-declined"));

  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private final List<ProCtcaeItem.Option> options = ProCtcaeItem.options();
  private final Spec spec;

  ProCtcaeForm(Spec spec) {
    this.spec = spec;
  }

  private record OptOut(String display, String absentReason) {}

  String text() {
    ObjectNode root = head();
    ArrayNode groups = root.putArray("item");
    byTerm().forEach((term, items) -> groups.add(group(items)));
    return json.writeValueAsString(root).replace("\r\n", "\n") + "\n";
  }

  private Map<Integer, List<ProCtcaeItem>> byTerm() {
    return ProCtcaeItem.all().stream()
        .filter(item -> spec.terms().isEmpty() || spec.terms().contains(item.term()))
        .collect(Collectors.groupingBy(ProCtcaeItem::term, TreeMap::new, Collectors.toList()));
  }

  private ObjectNode head() {
    ObjectNode root = json.createObjectNode();
    root.put("resourceType", "Questionnaire").put("id", spec.id()).put("language", "en");
    root.put("url", spec.url());
    root.put("version", spec.version());
    root.put("name", spec.name());
    root.put("title", spec.title());
    if (spec != LIBRARY) {
      root.putArray("derivedFrom").add(LIBRARY.url());
    }
    root.put("status", "active").put("experimental", false);
    root.putArray("subjectType").add("Patient");
    root.put("date", "2026-11-20").put("publisher", "PRO-CART");
    root.put(
        "description",
        spec.description()
            + " Texts are NCI terms and the item's attribute, not the wording of the instrument; a"
            + " site shows the authorised wording of its language.");
    root.put(
        "copyright",
        "PRO-CTCAE is an instrument of the US National Cancer Institute (NCI). Codes: Medical"
            + " Informatics Initiative, module PROMs.");
    return root;
  }

  private ObjectNode group(List<ProCtcaeItem> items) {
    ObjectNode group = json.createObjectNode();
    group.put("linkId", items.getFirst().group());
    term(group, items.getFirst().name());
    group.put("type", "group");
    ArrayNode children = group.putArray("item");
    items.forEach(item -> children.add(item(item)));
    return group;
  }

  private ObjectNode item(ProCtcaeItem item) {
    ObjectNode node = json.createObjectNode();
    node.put("linkId", item.code());
    node.putArray("code").add(coding(item.code(), item.name() + ", " + item.attribute()));
    term(node, item.name() + ": " + item.attribute());
    node.put("type", "choice").put("required", false).put("repeats", false);
    if (!item.branchParent().isEmpty()) {
      ObjectNode condition = node.putArray("enableWhen").addObject();
      condition.put("question", item.branchParent()).put("operator", "!=");
      condition.set("answerCoding", zero(item.branchParent()));
    }
    ArrayNode answers = node.putArray("answerOption");
    options.stream()
        .filter(option -> option.attribute().equals(item.attribute()))
        .forEach(option -> answers.add(answer(item, option)));
    item.optOuts().forEach(optOut -> answers.add(optOut(optOut)));
    return node;
  }

  /** The first item of a term decides whether the others are asked. */
  private ObjectNode zero(String parentCode) {
    String attribute =
        ProCtcaeItem.all().stream()
            .filter(item -> item.code().equals(parentCode))
            .findFirst()
            .orElseThrow()
            .attribute();
    return options.stream()
        .filter(option -> option.attribute().equals(attribute) && option.ordinal() == 0)
        .findFirst()
        .map(option -> coding(option.code(), option.display()))
        .orElseThrow();
  }

  private ObjectNode answer(ProCtcaeItem item, ProCtcaeItem.Option option) {
    ObjectNode node = json.createObjectNode();
    ArrayNode extensions = node.putArray("extension");
    extensions.addObject().put("url", ORDINAL).put("valueDecimal", option.ordinal());
    String mark = redFlag(item, option);
    if (!mark.isEmpty()) {
      extensions.addObject().put("url", OURS + "red-flag").put("valueCode", mark);
    }
    node.set("valueCoding", coding(option.code(), option.display()));
    return node;
  }

  private static String redFlag(ProCtcaeItem item, ProCtcaeItem.Option option) {
    if (item.attribute().equals("presence")) {
      boolean tell = option.ordinal() == 1 && PRESENCE_TO_TELL.contains(item.term());
      return tell ? "CONTACT" : "";
    }
    if (option.ordinal() < 3) {
      return "";
    }
    boolean urgent = item.attribute().equals("severity") && SAFETY_TERMS.contains(item.term());
    return urgent ? "URGENT" : "CONTACT";
  }

  private ObjectNode optOut(String name) {
    OptOut optOut = Objects.requireNonNull(OPT_OUTS.get(name), name);
    ObjectNode node = json.createObjectNode();
    node.putArray("extension")
        .addObject()
        .put("url", OURS + "not-answered-reason")
        .put("valueCode", optOut.absentReason());
    node.set("valueCoding", coding("proctcae-optout-" + name, optOut.display()));
    return node;
  }

  private static void term(ObjectNode node, String text) {
    node.put("text", text);
    node.putObject("_text")
        .putArray("extension")
        .addObject()
        .put("url", OURS + "text-is-term")
        .put("valueBoolean", true);
  }

  private ObjectNode coding(String code, String display) {
    return json.createObjectNode().put("system", CODES).put("code", code).put("display", display);
  }
}
