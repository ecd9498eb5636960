package org.procart.local.demo;

/** Where the demonstration finds things. */
public record DemoAddresses(
    String intake,
    String alerting,
    String captured,
    String kafkaBootstrap,
    String schemaRegistryApi) {}
