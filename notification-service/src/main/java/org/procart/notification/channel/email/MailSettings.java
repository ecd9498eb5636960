package org.procart.notification.channel.email;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How our e-mails look from outside; the server itself is set by {@code spring.mail}.
 *
 * @param from sender of all e-mails
 */
@Validated
@ConfigurationProperties("procart.notification.mail")
record MailSettings(@DefaultValue("pro-cart@localhost") @NotBlank String from) {}
