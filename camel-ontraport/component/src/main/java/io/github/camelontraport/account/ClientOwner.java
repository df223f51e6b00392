package io.github.camelontraport.account;

import org.apache.camel.CamelContext;

/** The component whose clients a {@link ClientRegistry} makes. */
public interface ClientOwner {

    CamelContext getCamelContext();

    /** The name of the component in URIs, which distinguishes meters and threads. */
    String name();

    /** Read when the first client is opened, as an application may set options until then. */
    ConnectionSettings connectionSettings();
}
