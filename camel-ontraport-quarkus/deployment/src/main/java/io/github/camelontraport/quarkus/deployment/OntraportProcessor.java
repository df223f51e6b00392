package io.github.camelontraport.quarkus.deployment;

import io.github.camelontraport.OntraportComponent;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.ExtensionSslNativeSupportBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourcePatternsBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import java.lang.reflect.Modifier;
import java.util.function.BooleanSupplier;
import org.jboss.jandex.ClassInfo;

/** Makes the component ready for native executables. */
class OntraportProcessor {

    static final String FEATURE = "camel-ontraport";

    private static final String KAMELETS = "kamelets/ontraport-*.kamelet.yaml";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep
    ExtensionSslNativeSupportBuildItem tls() {
        return new ExtensionSslNativeSupportBuildItem(FEATURE);
    }

    /**
     * What routes can name: exceptions in {@code doCatch}, state repositories as {@code #class:}, readers of rules as beans,
     * getters in Simple. That is what is public in the component's root package; the packages below are its own business.
     */
    @BuildStep
    ReflectiveClassBuildItem whatRoutesName(CombinedIndexBuildItem index) {
        String[] names = index.getIndex().getClassesInPackage(OntraportComponent.class.getPackageName()).stream()
                .filter(type -> Modifier.isPublic(type.flags())).map(ClassInfo::name).map(Object::toString)
                .toArray(String[]::new);
        return ReflectiveClassBuildItem.builder(names).methods().fields()
                .reason("can be named in routes").build();
    }

    /** Without Micrometer the class could not be linked. */
    @BuildStep(onlyIf = MicrometerIsThere.class)
    ReflectiveClassBuildItem meters() {
        return ReflectiveClassBuildItem.builder("io.github.camelontraport.MicrometerMeters")
                .reason("the component asks for it by name").build();
    }

    @BuildStep
    NativeImageResourcePatternsBuildItem kamelets() {
        return NativeImageResourcePatternsBuildItem.builder().includeGlob(KAMELETS).build();
    }

    static final class MicrometerIsThere implements BooleanSupplier {

        @Override
        public boolean getAsBoolean() {
            return QuarkusClassLoader.isClassPresentAtRuntime("io.micrometer.core.instrument.MeterRegistry");
        }
    }
}
