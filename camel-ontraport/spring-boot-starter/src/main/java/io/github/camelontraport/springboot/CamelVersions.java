package io.github.camelontraport.springboot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.engine.AbstractCamelContext;
import org.apache.camel.spring.boot.SpringBootCamelContext;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.util.StringHelper;

/**
 * The versions of Camel's modules in the application.
 *
 * @param byModule version by artifact id, of the modules whose version is known
 */
record CamelVersions(Map<String, String> byModule) {

    /** Those of the class path. */
    static CamelVersions present() {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        types.put("camel-spring-boot", SpringBootCamelContext.class);
        types.put("camel-base-engine", AbstractCamelContext.class);
        types.put("camel-support", DefaultComponent.class);
        types.put("camel-api", CamelContext.class);
        types.put("camel-util", StringHelper.class);
        Map<String, String> versions = new LinkedHashMap<>();
        types.forEach((module, type) -> {
            String version = type.getPackage().getImplementationVersion();
            if (version != null) {
                versions.put(module, version);
            }
        });
        return new CamelVersions(versions);
    }

    boolean differ() {
        return new TreeSet<>(byModule.values()).size() > 1;
    }

    /** One line: each module with its version. */
    String text() {
        List<String> texts = byModule.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
        return String.join(", ", texts);
    }

    /** The version that the application asked for: that of Camel's Spring Boot support. */
    String wanted() {
        return byModule.getOrDefault("camel-spring-boot", "the same version");
    }
}
