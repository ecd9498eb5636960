package org.procart.intake.fhir;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** Writes FHIR resources. */
public final class FhirJson {

  public static final String MEDIA_TYPE = "application/fhir+json;charset=UTF-8";

  private static final FhirContext FHIR = FhirContext.forR4Cached();

  private FhirJson() {}

  public static String write(IBaseResource resource) {
    return FHIR.newJsonParser().encodeResourceToString(resource);
  }
}
