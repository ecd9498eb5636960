package org.procart.intake.licence;

import java.util.Set;

/**
 * A questionnaire that belongs to somebody.
 *
 * @param id logical id
 * @param url canonical URL without version
 * @param owner who gives licences
 * @param linkIds of every version
 */
record LicensedForm(String id, String url, String title, String owner, Set<String> linkIds) {

  LicensedForm {
    linkIds = Set.copyOf(linkIds);
  }
}
