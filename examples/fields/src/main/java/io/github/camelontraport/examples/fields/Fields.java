package io.github.camelontraport.examples.fields;

import io.github.camelontraport.sandbox.OntraportSandbox;
import org.apache.camel.main.Main;

/** Runs each route once, against a sandbox with example data. */
public final class Fields {

    private Fields() {}

    public static void main(String[] args) throws Exception {
        try (OntraportSandbox sandbox =
                OntraportSandbox.builder().exampleData(true).start()) {
            Main main = new Main(Fields.class);
            main.addInitialProperty("camel.component.ontraport.baseUrl", sandbox.baseUrl());
            main.addInitialProperty("camel.component.ontraport.apiKey", sandbox.apiKey());
            main.addInitialProperty("camel.component.ontraport.appId", sandbox.appId());
            main.start();
            main.getCamelTemplate().sendBody("direct:contact", null);
            main.getCamelTemplate().sendBody("direct:course", null);
            main.stop();
        }
    }
}
