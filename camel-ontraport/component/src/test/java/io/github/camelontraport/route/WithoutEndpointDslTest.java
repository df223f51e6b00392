package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** Typed endpoint builders are optional: the component works where camel-endpointdsl is not on the class path. */
class WithoutEndpointDslTest {

    @Test
    void nothingIsMissing() throws Exception {
        URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> !entry.getFileName().toString().startsWith("camel-endpointdsl"))
                .map(WithoutEndpointDslTest::url)
                .toArray(URL[]::new);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader without = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> without.loadClass("org.apache.camel.builder.endpoint.EndpointRouteBuilder"))
                    .isInstanceOf(ClassNotFoundException.class);
            Thread.currentThread().setContextClassLoader(without);
            Supplier<?> application = (Supplier<?>) without.loadClass(Application.class.getName())
                    .getConstructor()
                    .newInstance();

            assertThat((String) application.get()).contains("Operation get needs recordId");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Gives what a message without an id ends with. Loaded without camel-endpointdsl. */
    public static final class Application implements Supplier<String> {

        @Override
        public String get() {
            try (CamelContext context = new DefaultCamelContext()) {
                context.start();
                Exchange refused = context.createProducerTemplate()
                        .request(
                                "ontraport:contacts?operation=get&apiKey=a&appId=b&baseUrl=http://127.0.0.1:1/1",
                                exchange -> {});
                return refused.getException().getMessage();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
