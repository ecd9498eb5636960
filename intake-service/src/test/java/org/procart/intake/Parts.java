package org.procart.intake;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The parts around the service that are not the broker: issuer and store, in this process. */
class Parts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  static final TestTokens TOKENS = new TestTokens();
  private static final MongoServer STORE = new MongoServer(new MemoryBackend());
  private static final String STORE_URI =
      "mongodb://127.0.0.1:" + STORE.bind().getPort() + "/intake";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "spring.mongodb.uri=" + STORE_URI,
            "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TOKENS.issuer())
        .applyTo(context);
  }
}
