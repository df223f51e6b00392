package io.github.camelontraport.quarkus.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WelcomeTest {

    @Inject
    ProducerTemplate template;

    @Test
    void aContactIsFoundAgain() {
        template.requestBody("ontraport:contacts?operation=create", Map.of("email", "grace@example.org"));

        Object count =
                template.requestBody("ontraport:contacts?operation=count&condition=email = 'grace@example.org'", "");
        assertEquals(1L, count);
    }
}
