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
import org.apache.camel.console.DevConsole;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.Test;

/** Micrometer is optional: the component works, and its console shows what it does, where there is none. */
class WithoutMicrometerTest {

    @Test
    void nothingIsMissing() throws Exception {
        URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> !entry.getFileName().toString().startsWith("micrometer"))
                .map(WithoutMicrometerTest::url)
                .toArray(URL[]::new);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader without = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> without.loadClass("io.micrometer.core.instrument.MeterRegistry"))
                    .isInstanceOf(ClassNotFoundException.class);
            Thread.currentThread().setContextClassLoader(without);
            Supplier<?> application = (Supplier<?>) without.loadClass(Application.class.getName())
                    .getConstructor()
                    .newInstance();

            assertThat((String) application.get())
                    .contains("Operation get needs recordId")
                    .endsWith(
                            "\nontraport, account 1 at 127.0.0.1: 180 of 180 requests a minute remain, 0 calls wait\n");
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

    /** Sends a message and tells what the console shows. Loaded without Micrometer. */
    public static final class Application implements Supplier<String> {

        @Override
        public String get() {
            try (CamelContext context = new DefaultCamelContext()) {
                context.start();
                Exchange refused = context.createProducerTemplate()
                        .request(
                                "ontraport:contacts?operation=get&apiKey=a&appId=b&baseUrl=http://127.0.0.1:1/1",
                                exchange -> {});
                return refused.getException().getMessage() + "\n"
                        + PluginHelper.getDevConsoleResolver(context)
                                .resolveDevConsole("ontraport")
                                .call(DevConsole.MediaType.TEXT);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
