package org.procart.notification.parts;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GOV.UK Notify's interface for text messages, in the shapes that its documentation shows. */
public final class FakeNotify extends FakeHttp {

  public static final String KEY =
      "test-11111111-1111-4111-8111-111111111111-22222222-2222-4222-8222-222222222222";
  public static final String TEMPLATE = "33333333-3333-4333-8333-333333333333";

  public void refuses(int status, String error, String message) {
    says(status, fault(status, error, message));
  }

  public static String fault(int status, String error, String message) {
    return """
    {"status_code": %d, "errors": [{"error": "%s", "message": "%s"}]}\
    """
        .formatted(status, error, message);
  }

  @Override
  protected Asked read(String path, String body, String authorization) {
    if (!path.equals("/v2/notifications/sms")) {
      return null;
    }
    JsonNode json = JsonMapper.builder().build().readTree(body);
    return json.path("template_id").asString().equals(TEMPLATE)
        ? new Asked(
            json.path("phone_number").asString(),
            json.path("personalisation").path("body").asString(),
            "44444444-4444-4444-8444-%012d".formatted(nextNumber()),
            authorization)
        : null;
  }

  @Override
  protected Answer created(Asked message) {
    return new Answer(
        201,
        """
        {"id": "%s", "reference": null, \
        "content": {"body": "…", "from_number": "PROCART"}, \
        "uri": "https://api.notifications.service.gov.uk/v2/notifications/%s", \
        "template": {"id": "%s", "version": 1, \
        "uri": "https://api.notifications.service.gov.uk/v2/template/%s"}}\
        """
            .formatted(message.id(), message.id(), TEMPLATE, TEMPLATE));
  }
}
