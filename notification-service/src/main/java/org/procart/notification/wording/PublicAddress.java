package org.procart.notification.wording;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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
        @Size(max = 60, message = "must be at most 60 characters: it is part of every SMS")
        String publicUrl) {

  public String link(String token) {
    String base = publicUrl.endsWith("/") ? publicUrl : publicUrl + "/";
    return base + "a/" + token;
  }
}
