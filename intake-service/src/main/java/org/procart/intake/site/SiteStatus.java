package org.procart.intake.site;

/** SETUP: being prepared, nobody is paged yet. LIVE: in clinical use. */
public enum SiteStatus {
  SETUP,
  LIVE
}
