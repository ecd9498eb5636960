package org.procart.intake;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The parts around the service that are not the broker: issuer and store, in this process. */
public class Parts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  public static final TestTokens TOKENS = new TestTokens();
  private static final MongoServer STORE = new MongoServer(new MemoryBackend());
  private static final String STORE_URI =
      "mongodb://127.0.0.1:" + STORE.bind().getPort() + "/intake";

  /** Between the service and the store of tests that ask for it. */
  static final Wire WIRE = new Wire(STORE.getLocalAddress().getPort());

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    boolean wired = context.getEnvironment().containsProperty("test.store-behind-a-wire");
    TestPropertyValues.of(
            "spring.mongodb.uri="
                + (wired ? "mongodb://127.0.0.1:" + WIRE.port() + "/wired" : STORE_URI),
            "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TOKENS.issuer(),
            "procart.schema-registry.url=" + TOKENS.issuer() + "/registry")
        .applyTo(context);
  }
}
