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
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the direction of dependencies between packages, and that neither packages nor types form circles. */
class ArchitectureTest {

    private static final String BASE = "io.github.camelontraport";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE)
            .that(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(BASE + ".sandbox..")));

    /** From top to bottom. A layer depends on those below it; packages in one layer do not know each other. */
    private static final List<List<String>> LAYERS = List.of(
            List.of(".telemetry..", ".transform.."),
            List.of(""),
            List.of(".receiver..", ".account..", ".option..", ".state.."),
            List.of(".operation..", ".poll..", ".webhook.."),
            List.of(".value.."),
            List.of(".api.."));

    @Test
    void layersDependDownwardsOnly() {
        for (int layer = 0; layer < LAYERS.size(); layer++) {
            for (String name : LAYERS.get(layer)) {
                noClasses()
                        .that()
                        .resideInAPackage(BASE + name)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(notBelow(layer, name))
                        .check(CLASSES);
            }
        }
    }

    private static String[] notBelow(int layer, String name) {
        return LAYERS.subList(0, layer + 1).stream()
                .flatMap(List::stream)
                .filter(other -> !other.equals(name))
                .map(other -> BASE + other)
                .toArray(String[]::new);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /** A class is one slice with the classes nested in it. */
    @Test
    void typesHaveNoCycles() {
        slices().assignedFrom(new TopLevelTypes()).should().beFreeOfCycles().check(CLASSES);
    }

    private static final class TopLevelTypes implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getBaseComponentType().getName().replaceFirst("\\$.*", ""));
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
    void h2IsOptional() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(BASE + ".MvStoreFile")
                .and()
                .doNotHaveFullyQualifiedName(BASE + ".MvStoreFile$Table")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.h2..")
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
