package org.procart.notification.wording;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import org.procart.notification.channel.GsmText;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How people reach this service from their phones.
 *
 * @param publicUrl start of the links in messages; short, because it takes room in every SMS
 */
@Validated
@ConfigurationProperties("procart.notification")
public record PublicAddress(
    @NotBlank(message = "set procart.notification.public-url: the links in messages begin with it")
        String publicUrl) {

  static final int LONGEST = 60;

  /** With its path and token. */
  static final int LONGEST_LINK = LONGEST + 24;

  public String link(String token) {
    return base() + "a/" + token;
  }

  /** Counted as in an SMS, where some characters take the room of two. */
  @AssertTrue(
      message = "must be at most 60 characters with its last slash: it is part of every SMS")
  boolean isShort() {
    return GsmText.length(base()) <= LONGEST;
  }

  private String base() {
    return publicUrl.endsWith("/") ? publicUrl : publicUrl + "/";
  }
}
