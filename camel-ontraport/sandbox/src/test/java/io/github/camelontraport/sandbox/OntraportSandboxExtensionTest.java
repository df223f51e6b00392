package io.github.camelontraport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.support.ApiClient;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class OntraportSandboxExtensionTest {

    @Nested
    @ExtendWith(OntraportSandboxExtension.class)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnAClass {

        private final OntraportSandbox fromConstructor;

        OnAClass(OntraportSandbox fromConstructor) {
            this.fromConstructor = fromConstructor;
        }

        @BeforeAll
        void wipedBeforeTheFirstTest(OntraportSandbox sandbox) {
            sandbox.create(0, Map.of());
        }

        @RepeatedTest(2)
        void givesOneSandboxAndResetsIt(OntraportSandbox sandbox) {
            assertThat(sandbox).isSameAs(fromConstructor);
            assertThat(sandbox.records(0)).isEmpty();
            sandbox.create(0, Map.of());
        }

        @Nested
        class Within {

            @Test
            void sharesItWithNestedClasses(OntraportSandbox sandbox) {
                assertThat(sandbox).isSameAs(fromConstructor);
                assertThat(ApiClient.of(sandbox).get("/Contacts").status()).isEqualTo(200);
            }
        }

        @AfterAll
        void isStillThereAtTheEnd(OntraportSandbox sandbox) {
            assertThat(ApiClient.of(sandbox).get("/Contacts").status()).isEqualTo(200);
        }
    }

    @Nested
    class InAStaticField {

        @RegisterExtension
        static final OntraportSandboxExtension EXTENSION =
                new OntraportSandboxExtension(builder -> builder.apiKey("mine"));

        @Test
        void canBeConfigured(OntraportSandbox sandbox) {
            assertThat(EXTENSION.sandbox()).isSameAs(sandbox);
            assertThat(sandbox.apiKey()).isEqualTo("mine");
        }
    }

    @Nested
    class InAnInstanceField {

        @RegisterExtension
        final OntraportSandboxExtension extension = new OntraportSandboxExtension();

        @RepeatedTest(2)
        void isThereForEveryTest() {
            assertThat(ApiClient.of(extension.sandbox()).get("/Contacts").data())
                    .isEmpty();
            extension.sandbox().create(0, Map.of());
        }
    }
}
