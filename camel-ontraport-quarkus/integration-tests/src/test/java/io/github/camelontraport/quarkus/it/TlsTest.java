package io.github.camelontraport.quarkus.it;

import static io.github.camelontraport.quarkus.it.Application.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TlsAccount.class, restrictToAnnotatedClass = true)
class TlsTest {

    @Test
    void aTrustedCertificateIsTalkedTo() {
        // That of the Dev Service has 25.
        assertThat(send("ontraport:contacts?operation=count").getMap(""))
                .containsEntry("failure", null)
                .containsEntry("body", 0);
    }
}
