package io.github.camelontraport.examples.quarkus;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class QuickstartIT extends QuickstartTest {}
