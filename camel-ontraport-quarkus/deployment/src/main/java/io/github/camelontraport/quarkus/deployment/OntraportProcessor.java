package io.github.camelontraport.quarkus.deployment;

import io.github.camelontraport.OntraportComponent;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.ExtensionSslNativeSupportBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.NativeImageEnableAllCharsetsBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;

/** Makes the component ready for native executables. */
class OntraportProcessor {

    static final String FEATURE = "camel-ontraport";

    /** What records and lists of them are made of, with what their methods give. */
    private static final List<Class<?>> VALUES = List.of(
            Object.class,
            String.class,
            Number.class,
            Long.class,
            Integer.class,
            Boolean.class,
            BigDecimal.class,
            BigInteger.class,
            Instant.class,
            Map.class,
            Map.Entry.class,
            AbstractMap.class,
            HashMap.class,
            LinkedHashMap.class,
            Iterable.class,
            Collection.class,
            AbstractCollection.class,
            Set.class,
            AbstractSet.class,
            List.class,
            AbstractList.class,
            ArrayList.class,
            Iterator.class);

    /** What our documentation names in YAML and properties besides. */
    private static final List<String> OF_CAMEL = List.of(
            "java.io.File",
            "org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy",
            "org.apache.camel.support.processor.idempotent.FileIdempotentRepository",
            "org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository",
            "org.apache.camel.support.processor.state.FileStateRepository",
            "org.apache.camel.support.processor.state.MemoryStateRepository");

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep
    ExtensionSslNativeSupportBuildItem tls() {
        return new ExtensionSslNativeSupportBuildItem(FEATURE);
    }

    /** Camel hides the key in its log by itself, and the App ID only when an extra keyword names it. */
    @BuildStep
    RunTimeConfigurationDefaultBuildItem secrets() {
        return new RunTimeConfigurationDefaultBuildItem("camel.main.additional-sensitive-keywords", "appId");
    }

    /** A delivery may come in any charset that its content type names. */
    @BuildStep
    NativeImageEnableAllCharsetsBuildItem charsets() {
        return new NativeImageEnableAllCharsetsBuildItem();
    }

    /**
     * What routes can name: exceptions in {@code doCatch}, state repositories as {@code #class:}, readers of rules as beans,
     * getters in Simple. That is what is public in the component's root package; the packages below are its own business.
     */
    @BuildStep
    ReflectiveClassBuildItem whatRoutesName(CombinedIndexBuildItem index) {
        String[] names = index.getIndex().getClassesInPackage(OntraportComponent.class.getPackageName()).stream()
                .filter(type -> Modifier.isPublic(type.flags()))
                .map(ClassInfo::name)
                .map(Object::toString)
                .toArray(String[]::new);
        return ReflectiveClassBuildItem.builder(names)
                .methods()
                .fields()
                .reason("can be named in routes")
                .build();
    }

    @BuildStep
    ReflectiveClassBuildItem whatRoutesNameOfCamel() {
        return ReflectiveClassBuildItem.builder(OF_CAMEL.toArray(String[]::new))
                .methods()
                .fields()
                .reason("can be named in routes")
                .build();
    }

    /** What routes can call methods of, in expressions such as {@code ${body.size}}: bodies, what is in them, and headers. */
    @BuildStep
    ReflectiveClassBuildItem whatMessagesHold(CombinedIndexBuildItem index) {
        Stream<String> ours = index.getIndex().getAllKnownImplementations(Iterator.class).stream()
                .map(ClassInfo::name)
                .map(Object::toString)
                .filter(name -> name.startsWith(OntraportComponent.class.getPackageName() + "."));
        return ReflectiveClassBuildItem.builder(
                        Stream.concat(ours, VALUES.stream().map(Class::getName)).toArray(String[]::new))
                .methods()
                .reason("bodies and headers of messages")
                .build();
    }

    /** Without Micrometer the class could not be linked. */
    @BuildStep(onlyIf = MicrometerIsThere.class)
    ReflectiveClassBuildItem meters() {
        return ReflectiveClassBuildItem.builder("io.github.camelontraport.account.MicrometerAccountMetrics")
                .reason("the component asks for it by name")
                .build();
    }

    /** Without H2's MVStore the class could not be linked. */
    @BuildStep(onlyIf = MvStoreIsThere.class)
    ReflectiveClassBuildItem ledgerFile() {
        return ReflectiveClassBuildItem.builder("io.github.camelontraport.MvStoreFile")
                .reason("FileSyncLedger asks for it by name")
                .build();
    }

    /** Kamelets of the component's jar name it, and write typed dates with it. Passed over where there is no Jackson for Camel. */
    @BuildStep
    ReflectiveClassBuildItem whatKameletsName() {
        return ReflectiveClassBuildItem.builder("com.fasterxml.jackson.datatype.jsr310.JavaTimeModule")
                .reason("can be named in Kamelets")
                .build();
    }

    static final class MvStoreIsThere implements BooleanSupplier {

        @Override
        public boolean getAsBoolean() {
            return QuarkusClassLoader.isClassPresentAtRuntime("org.h2.mvstore.MVStore");
        }
    }

    static final class MicrometerIsThere implements BooleanSupplier {

        @Override
        public boolean getAsBoolean() {
            return QuarkusClassLoader.isClassPresentAtRuntime("io.micrometer.core.instrument.MeterRegistry");
        }
    }
}
