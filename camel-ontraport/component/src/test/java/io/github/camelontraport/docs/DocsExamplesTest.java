package io.github.camelontraport.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.camelontraport.docs.Block.Run;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.OntraportSandboxExtension;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.main.Main;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Tries every example of the documents: routes run against a sandbox, Java is compiled and run, properties exist. */
class DocsExamplesTest {

    /** Examples that cannot be run, with the reason that stands above them. */
    private static final List<String> EXEMPT = List.of(
            "docs/clusters.md: ClustersPageTest does",
            "docs/migration.md: it is the route that is replaced, and calls the real API",
            "docs/quarkus.md: the integration tests of the Quarkus extension do",
            "docs/sandbox.md: it is for container engines; ContainersPageTest holds it to the Containerfile and to the options",
            "docs/sandbox.md: it is for container engines; ContainersPageTest holds it to the Containerfile and to the options",
            "docs/spring-beans.md: the Spring Boot example does",
            "docs/spring-beans.md: the Spring Boot example does",
            "docs/spring-beans.md: the Spring Boot example does",
            "docs/spring-beans.md: the Spring Boot example does",
            "docs/spring-beans.md: the Spring Boot example does",
            "docs/spring-beans.md: the Spring Boot example does",
            "docs/spring-boot.md: the Spring Boot example does",
            "docs/spring-boot.md: the Spring Boot example does",
            "docs/spring-boot.md: the Spring Boot example does",
            "docs/sync.md: SyncPageTest does");

    @RegisterExtension
    static final OntraportSandboxExtension SANDBOX =
            new OntraportSandboxExtension(builder -> builder.exampleData(true));

    @TempDir
    private Path folder;

    /** Those that {@link OperationExamplesTest} runs are left to it. */
    private static Stream<Block> blocks() {
        Set<String> ofOperations = OperationExamples.blocks();
        return Documents.all().stream()
                .flatMap(file -> Block.of(file).stream())
                .filter(block -> !ofOperations.contains(block.text()));
    }

    @Test
    void onlyTheListedExamplesAreNotRun() {
        assertThat(blocks().filter(Block::isExempt).map(Block::exemption)).containsExactlyInAnyOrderElementsOf(EXEMPT);
    }

    @Test
    void theReadmeBeginsWithTheTwoCommands() {
        List<Block> commands = Block.of(Documents.readme());

        assertThat(commands.subList(0, 2)).extracting(Block::language).containsOnly("sh");
        assertThat(commands.get(1).text()).isEqualTo("./mvnw verify\n");
        List<Block> quickstart = Block.of(Documents.ROOT.resolve("examples/quickstart/README.md"));
        assertThat(commands.get(0).text()).isEqualTo(quickstart.get(0).text());
        assertThat(quickstart.get(1).text())
                .as("what it prints")
                .contains(commands.get(2).text());
    }

    @TestFactory
    Stream<DynamicTest> yaml() {
        return tests("yaml", (block, sandbox) -> {
            try (ExampleRun run = new ExampleRun(sandbox, newFolder())) {
                run.routes(
                        (unused, context) -> PluginHelper.getRoutesLoader(context)
                                .loadRoutes(ResourceHelper.fromString("example.camel.yaml", block.text())),
                        block.run());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> java() {
        return tests(
                "java", (block, sandbox) -> runJava(JavaExample.of(block.text()).load(folder), block.run(), sandbox));
    }

    @TestFactory
    Stream<DynamicTest> properties() {
        return tests("properties", (block, unused) -> checkProperties(block.text()));
    }

    private void runJava(Class<?> example, Run run, OntraportSandbox sandbox) throws Exception {
        if (Arrays.stream(example.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(Test.class))) {
            runTests(example);
            return;
        }
        try (ExampleRun exampleRun = new ExampleRun(sandbox, newFolder())) {
            if (RoutesBuilder.class.isAssignableFrom(example)) {
                RoutesBuilder routes =
                        (RoutesBuilder) example.getDeclaredConstructor().newInstance();
                exampleRun.routes((unused, context) -> context.addRoutes(routes), run);
            } else {
                exampleRun.statements((account, context) -> runStatements(example, account, context));
            }
        }
    }

    /** Of its own for each example, so that none goes on from what another stored. */
    private Path newFolder() throws IOException {
        return Files.createTempDirectory(folder, "example");
    }

    private static void runStatements(Class<?> example, OntraportSandbox sandbox, CamelContext context)
            throws Exception {
        Method method = example.getMethod("run", OntraportSandbox.class, CamelContext.class, ProducerTemplate.class);
        try (ProducerTemplate template = context.createProducerTemplate()) {
            method.invoke(null, sandbox, context, template);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
    }

    private static void runTests(Class<?> example) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(example))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        summary.getFailures().forEach(failure -> {
            throw new AssertionError(failure.getTestIdentifier().getDisplayName(), failure.getException());
        });
        assertThat(summary.getTestsSucceededCount()).as("tests that succeeded").isPositive();
    }

    private static void checkProperties(String text) throws Exception {
        CamelCatalog catalog = new DefaultCamelCatalog();
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        assertThat(properties).isNotEmpty();
        checkBeans(properties);
        assertThat(properties.stringPropertyNames())
                .filteredOn(MainProperties::covers)
                .allSatisfy(
                        name -> assertThat(MainProperties.knows(name)).as(name).isTrue());
        assertThat(properties.stringPropertyNames())
                .filteredOn(name ->
                        !isOfBean(name) && !name.startsWith(WebhookSurroundings.OWN) && !MainProperties.covers(name))
                .allSatisfy(name -> assertThat(catalog.validateConfigurationProperty(
                                withoutProfile(name) + "=" + properties.getProperty(name)))
                        .satisfies(result -> assertThat(result.isAccepted())
                                .as("known to Camel")
                                .isTrue())
                        .satisfies(result -> assertThat(result.isSuccess())
                                .as(result.summaryErrorMessage(false))
                                .isTrue()));
    }

    /** What Camel makes of them at its start; the catalog does not know beans. */
    private static void checkBeans(Properties properties) throws Exception {
        List<String> names = properties.stringPropertyNames().stream()
                .filter(DocsExamplesTest::isOfBean)
                .toList();
        Main main = new Main();
        names.forEach(name -> main.addInitialProperty(name, properties.getProperty(name)));
        main.start();
        try {
            assertThat(names).allSatisfy(name -> {
                String[] parts = name.split("\\.");
                Object bean = main.getCamelContext().getRegistry().lookupByName(parts[2]);
                assertThat(bean).as(name).isNotNull();
                assertThat(parts).hasSizeLessThanOrEqualTo(4);
                if (parts.length == 4) {
                    assertThat(bean).extracting(parts[3]).hasToString(properties.getProperty(name));
                }
            });
        } finally {
            main.stop();
        }
    }

    /** Quarkus has names such as %prod.camel.component... */
    private static String withoutProfile(String name) {
        return name.startsWith("%") ? name.substring(name.indexOf('.') + 1) : name;
    }

    private static boolean isOfBean(String property) {
        return property.startsWith("camel.beans.");
    }

    private interface Trial {

        void of(Block block, OntraportSandbox sandbox) throws Exception;
    }

    private static Stream<DynamicTest> tests(String language, Trial trial) {
        return blocks().filter(block -> block.is(language) && !block.isExempt())
                .map(block -> dynamicTest(block.toString(), () -> tryOut(trial, block)));
    }

    /** Says which example it is: Maven's report numbers them only. */
    private static void tryOut(Trial trial, Block block) {
        try {
            trial.of(block, SANDBOX.sandbox());
        } catch (Exception | AssertionError e) {
            throw new AssertionError("The example " + block + " does not work: " + e.getMessage(), e);
        }
    }
}
