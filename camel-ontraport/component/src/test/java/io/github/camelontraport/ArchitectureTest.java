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
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Packages depend one way only: root, then operation, poll and webhook, value, api; and inside api without cycles. */
class ArchitectureTest {

    private static final String BASE = "io.github.camelontraport";

    /** Packages, with those below them, whose types are free of circles. */
    private static final List<String> WITHOUT_TYPE_CYCLES = List.of(BASE + ".operation", BASE + ".value");

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

    /** No circle between top-level types, within a package either; a nested type counts as its top-level type. */
    @Test
    void typesHaveNoCycles() {
        slices().assignedFrom(new TopLevelTypes(WITHOUT_TYPE_CYCLES))
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    private record TopLevelTypes(List<String> packages) implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getFullName().replaceFirst("\\$.*", "");
            boolean checked = packages.stream()
                    .anyMatch(checkedPackage -> type.getPackageName().equals(checkedPackage)
                            || type.getPackageName().startsWith(checkedPackage + "."));
            return checked && !type.isArray() && !type.isPrimitive()
                    ? SliceIdentifier.of(name)
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "top-level types";
        }
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
