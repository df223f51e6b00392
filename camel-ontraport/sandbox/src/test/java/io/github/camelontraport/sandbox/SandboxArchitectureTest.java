package io.github.camelontraport.sandbox;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the direction of dependencies: public API, then page, storage and server, webhook, account, fault, protocol. */
class SandboxArchitectureTest {

    private static final String BASE = "io.github.camelontraport.sandbox";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    @Test
    void layersDependDownwardsOnly() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("api")
                .definedBy(BASE)
                .layer("page")
                .definedBy(BASE + ".page..")
                .layer("storage")
                .definedBy(BASE + ".storage..")
                .layer("server")
                .definedBy(BASE + ".server..")
                .layer("webhook")
                .definedBy(BASE + ".webhook..")
                .layer("account")
                .definedBy(BASE + ".account..")
                .layer("fault")
                .definedBy(BASE + ".fault..")
                .layer("protocol")
                .definedBy(BASE + ".protocol..")
                .whereLayer("api")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("page")
                .mayOnlyBeAccessedByLayers("api")
                .whereLayer("storage")
                .mayOnlyBeAccessedByLayers("api")
                .whereLayer("server")
                .mayOnlyBeAccessedByLayers("api", "page")
                .whereLayer("webhook")
                .mayOnlyBeAccessedByLayers("api", "page", "storage", "server")
                .whereLayer("account")
                .mayOnlyBeAccessedByLayers("api", "page", "storage", "server", "webhook")
                .whereLayer("fault")
                .mayOnlyBeAccessedByLayers("api", "page", "server", "webhook", "account")
                .whereLayer("protocol")
                .mayOnlyBeAccessedByLayers("api", "page", "server", "account", "fault")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().assignedFrom(by("package", JavaClass::getPackageName))
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void typesHaveNoCycles() {
        slices().assignedFrom(by("type", SandboxArchitectureTest::topLevelName))
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    /** Types of sub-packages may be part of the implementation, but not of a public signature. */
    @Test
    void thePublicApiNeedsNoSubPackage() {
        methods()
                .that()
                .arePublic()
                .or()
                .areProtected()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(BASE)
                .should(haveNoInternalTypes())
                .check(CLASSES);
    }

    @Test
    void theAccountDoesNotKnowHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + ".server", BASE + ".webhook")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.github.tomakehurst..", "java.net.http..")
                .check(CLASSES);
    }

    @Test
    void nothingSleeps() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(CLASSES);
    }

    @Test
    void staticFieldsAreFinal() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    private static ArchCondition<JavaMethod> haveNoInternalTypes() {
        return new ArchCondition<>("have no types of sub-packages in their signature") {

            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean internal = Stream.concat(
                                method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
                        .anyMatch(type -> resideInAPackage(BASE + ".*..").test(type));
                events.add(new SimpleConditionEvent(method, !internal, method.getFullName()));
            }
        };
    }

    private static SliceAssignment by(String kind, Function<JavaClass, String> name) {
        return new SliceAssignment() {

            @Override
            public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                return SliceIdentifier.of(name.apply(javaClass));
            }

            @Override
            public String getDescription() {
                return "each " + kind;
            }
        };
    }

    private static String topLevelName(JavaClass javaClass) {
        return javaClass.getName().replaceAll("\\$.*", "");
    }
}
