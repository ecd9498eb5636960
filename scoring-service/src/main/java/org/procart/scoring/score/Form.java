package org.procart.scoring.score;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has to be known of a form to score a report on it.
 *
 * @param lineage its URL and those of the forms that it is derived from
 * @param itemCodes linkId → published code of the item
 */
record Form(List<String> lineage, Map<String, String> itemCodes) {

  static Form unknown(String url) {
    return new Form(List.of(url), Map.of());
  }

  /** A linkId that the form does not have stands for itself. */
  String code(String linkId) {
    return itemCodes.getOrDefault(linkId, linkId);
  }

  Set<String> codes() {
    return Set.copyOf(itemCodes.values());
  }
}
