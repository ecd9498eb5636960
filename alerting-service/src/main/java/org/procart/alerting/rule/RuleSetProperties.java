package org.procart.alerting.rule;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where rule sets come from.
 *
 * @param folder with one *.yml file for each site that has its own set; a file that names no site
 *     replaces the default; null: only the default set that comes with the service
 */
@ConfigurationProperties("procart.alerting.rules")
public record RuleSetProperties(@Nullable Path folder) {}
