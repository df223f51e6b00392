package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.FileSyncLedger;
import io.github.camelontraport.operation.sync.LedgerScope;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** H2's MVStore is optional: a ledger in a file says that it is missing, and nothing else needs it. */
class WithoutMvStoreTest {

    @Test
    void aLedgerInAFileNamesTheLibrary() throws Exception {
        URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> !entry.getFileName().toString().startsWith("h2"))
                .map(WithoutMvStoreTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader without = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> without.loadClass("org.h2.mvstore.MVStore"))
                    .isInstanceOf(ClassNotFoundException.class);
            Supplier<?> application = (Supplier<?>) without.loadClass(Application.class.getName())
                    .getConstructor()
                    .newInstance();

            assertThat((String) application.get())
                    .isEqualTo("FileSyncLedger needs the library com.h2database:h2-mvstore on the class path");
        }
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Gives what opening a ledger says. Loaded without MVStore. */
    public static final class Application implements Supplier<String> {

        @Override
        public String get() {
            try {
                new FileSyncLedger(Path.of("target/never.ledger")).open(new LedgerScope("account", "0/email"), false);
                return "opened";
            } catch (IllegalStateException e) {
                return e.getMessage();
            }
        }
    }
}
