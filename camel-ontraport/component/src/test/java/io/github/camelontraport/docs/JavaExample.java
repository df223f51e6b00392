package io.github.camelontraport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Java of a document: a class of its own, or a fragment that is put into one. A fragment that begins with
 * {@code from}, {@code onException} or the like becomes the body of a route builder; other statements find a {@code sandbox}, a
 * {@code camelContext} and a {@code template}.
 */
final class JavaExample {

    private static final Pattern TYPE = Pattern.compile("(?m)^(?:public |final )*class (\\w+)");
    private static final Pattern ROUTES = Pattern.compile("\\A\\s*(from|onException|errorHandler|getContext)\\(");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import .*;$");
    private static final String FRAGMENT = "Fragment";
    private static final String USUAL_IMPORTS =
            """
            import io.github.camelontraport.*;
            import io.github.camelontraport.sandbox.*;
            import java.math.BigDecimal;
            import java.time.*;
            import java.util.*;
            import org.apache.camel.*;
            import org.apache.camel.builder.RouteBuilder;
            """;

    private final String name;
    private final String source;

    private JavaExample(String name, String source) {
        this.name = name;
        this.source = source;
    }

    static JavaExample of(String text) {
        return of(text, FRAGMENT);
    }

    /** @param fragment name of the class that a fragment is put into */
    static JavaExample of(String text, String fragment) {
        Matcher type = TYPE.matcher(text);
        if (type.find()) {
            return new JavaExample(type.group(1), text);
        }
        String imports = IMPORT.matcher(text)
                .results()
                .map(found -> found.group() + "\n")
                .collect(Collectors.joining());
        String code = IMPORT.matcher(text).replaceAll("");
        return new JavaExample(
                fragment,
                USUAL_IMPORTS + imports + "public class " + fragment
                        + (ROUTES.matcher(code).find()
                                ? " extends RouteBuilder { public void configure() throws Exception {\n" + code
                                        + "\n} }"
                                : " { public static void run(OntraportSandbox sandbox, CamelContext camelContext,"
                                        + " ProducerTemplate template) throws Exception {\n" + code + "\n} }"));
    }

    /** Compiles it into a folder of its own, warnings being errors, and loads it. */
    Class<?> load(Path parent) throws IOException, ClassNotFoundException {
        return load(List.of(this), parent).loadClass(name);
    }

    /** Likewise several that have different names, which takes hardly longer than one. */
    static ClassLoader load(List<JavaExample> examples, Path parent) throws IOException {
        Path folder = Files.createTempDirectory(parent, "classes");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
            compiler.getTask(
                            null,
                            files,
                            found,
                            List.of(
                                    "-proc:none",
                                    "-Xlint:deprecation,unchecked,rawtypes",
                                    "-d",
                                    folder.toString(),
                                    "-classpath",
                                    System.getProperty("java.class.path")),
                            null,
                            examples.stream().map(JavaExample::unit).toList())
                    .call();
        }
        assertThat(found.getDiagnostics().stream().map(Diagnostic::toString))
                .as("messages of the compiler")
                .isEmpty();
        // Stays open as long as the test: classes are loaded from it when they are first used.
        return new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, Thread.currentThread().getContextClassLoader());
    }

    private JavaFileObject unit() {
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {

            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }
}
