package org.procart.intake.report;

import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.procart.schemas.event.EventId;
import tools.jackson.databind.JsonNode;

/**
 * Which report this is, and which version of it.
 *
 * @param hash full SHA-256 of owner and identity: sameness is decided by nothing shorter
 * @param content full SHA-256 of what the report says
 * @param eventId id of the event that announces this version
 */
public record ReportIdentity(String hash, String content, String eventId) {

  /**
   * Of a report that is JSON.
   *
   * @param sent the bytes, which decide where the JSON is not a report that we understand
   * @param reporter who answered: two reporters who say the same are two reports
   * @param received the day of receipt, which stands in for an observation time that is missing:
   *     the same answers on another day are another report
   */
  public static ReportIdentity of(
      Owner owner,
      ReportHeader header,
      JsonNode root,
      byte[] sent,
      String reporter,
      LocalDate received,
      @Nullable String idempotencyKey) {
    String said =
        isReport(root)
            ? EventId.of(
                "answers", header.questionnaire(), header.authored(), Said.of(root.path("item")))
            : EventId.of("bytes", HexFormat.of().formatHex(sent));
    String content =
        EventId.of(
            "content",
            root.path("status").asString(""),
            root.path("resourceType").asString(""),
            CanonicalJson.of(root.path("source")),
            CanonicalJson.of(root.path("modifierExtension")),
            said);
    String observed = header.authored() == null ? received.toString() : "";
    return of(owner, key(header, idempotencyKey, said + reporter + observed), content);
  }

  private static boolean isReport(JsonNode root) {
    return root.path("resourceType").asString("").equals("QuestionnaireResponse")
        && root.path("questionnaire").isString()
        && root.path("item").isArray();
  }

  /** Of a body that cannot be read. */
  public static ReportIdentity of(Owner owner, byte[] body, @Nullable String idempotencyKey) {
    String content = EventId.of("bytes", HexFormat.of().formatHex(body));
    return of(
        owner, idempotencyKey == null ? "bytes|" + content : "key|" + idempotencyKey, content);
  }

  private static ReportIdentity of(Owner owner, String key, String content) {
    String hash = EventId.of("identity", owner.kind(), owner.id(), key);
    return new ReportIdentity(hash, content, EventId.of("submission", owner.id(), hash, content));
  }

  private static String key(ReportHeader header, @Nullable String idempotencyKey, String said) {
    if (header.identifier() != null) {
      return "identifier|" + header.identifier();
    }
    return idempotencyKey == null ? "answers|" + said : "key|" + idempotencyKey;
  }

  /**
   * Within which identities are compared: the patient's, or, where a report is nobody's yet, the
   * sender's, so that a later accepted resend is a new report.
   */
  public record Owner(Kind kind, String id) {

    /** Whose identities they are. */
    public enum Kind {
      PATIENT,
      UNKNOWN_PATIENT,
      STRANGER
    }
  }
}
