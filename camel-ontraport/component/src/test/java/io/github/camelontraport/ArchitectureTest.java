package io.github.camelontraport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.Test;

/** Packages depend one way only: root, then operation, poll and webhook, value, api; and inside api without cycles. */
class ArchitectureTest {

    private static final String BASE = "io.github.camelontraport";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE)
            .that(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(BASE + ".sandbox..")));

    @Test
    void layersDependDownwardsOnly() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("root")
                .definedBy(BASE)
                .layer("operation")
                .definedBy(BASE + ".operation..")
                .layer("poll")
                .definedBy(BASE + ".poll..")
                .layer("webhook")
                .definedBy(BASE + ".webhook..")
                .layer("value")
                .definedBy(BASE + ".value..")
                .layer("api")
                .definedBy(BASE + ".api..")
                .whereLayer("root")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("operation")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("poll")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("webhook")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("value")
                .mayOnlyBeAccessedByLayers("root", "operation", "poll", "webhook")
                .whereLayer("api")
                .mayOnlyBeAccessedByLayers("root", "operation", "poll", "webhook", "value")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theClientKnowsNothingOfCamel() {
        noClasses()
                .that()
                .resideInAPackage(BASE + ".api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .check(CLASSES);
    }

    @Test
    void operationsPollersAndWebhooksKnowNothingOfExchanges() {
        noClasses()
                .that()
                .resideInAnyPackage(BASE + ".operation..", BASE + ".poll..", BASE + ".webhook..", BASE + ".value..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .check(CLASSES);
    }

    @Test
    void nothingSleepsOrMakesThreadsOfItsOwn() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .check(CLASSES);
    }

    @Test
    void micrometerIsOptional() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(BASE + ".account.MicrometerAccountMetrics")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micrometer..")
                .check(CLASSES);
    }

    @Test
    void staticFieldsAreFinal() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    @Test
    void theExceptionsOfRoutesAreOneFamily() {
        classes()
                .that()
                .haveSimpleNameStartingWith("Ontraport")
                .and()
                .haveSimpleNameEndingWith("Exception")
                .should()
                .beAssignableTo(OntraportException.class)
                .check(CLASSES);
    }
}
