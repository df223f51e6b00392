package io.github.camelontraport.quarkus.it;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class KameletsIT extends KameletsTest {}
