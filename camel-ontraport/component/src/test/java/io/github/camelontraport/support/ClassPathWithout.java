package io.github.camelontraport.support;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;

/** Runs code on the class path of the tests without one library. */
public final class ClassPathWithout {

    private ClassPathWithout() {}

    /**
     * What the application gives.
     *
     * @param jar          how the names of the library's files begin
     * @param missingClass a class of the library, which must not be found
     * @param application  loaded without the library
     */
    public static String run(String jar, String missingClass, Class<? extends Supplier<String>> application)
            throws Exception {
        URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> !entry.getFileName().toString().startsWith(jar))
                .map(ClassPathWithout::url)
                .toArray(URL[]::new);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader without = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> without.loadClass(missingClass)).isInstanceOf(ClassNotFoundException.class);
            Thread.currentThread().setContextClassLoader(without);
            Supplier<?> loaded = (Supplier<?>)
                    without.loadClass(application.getName()).getConstructor().newInstance();
            return (String) loaded.get();
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
}
