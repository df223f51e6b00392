package io.github.camelontraport.examples.cluster;

import org.apache.camel.builder.RouteBuilder;

/** Watches an account for contacts that are created, on the node that was elected for it. */
final class AccountRoute extends RouteBuilder {

    private final int node;
    private final Account account;
    private final boolean isOwn;

    AccountRoute(int node, Account account, boolean isOwn) {
        this.node = node;
        this.account = account;
        this.isOwn = isOwn;
    }

    @Override
    public void configure() {
        from("master:" + account.name() + ":ontraport:contacts?event=created&stateRepository=#state&stateKey="
                        + account.name() + "&startFrom=beginning&delay=500&initialDelay=0&settleTime=2000&baseUrl="
                        + account.baseUrl() + "&apiKey=RAW(" + account.apiKey() + ")&appId=RAW(" + account.appId()
                        + ")")
                .routeId(account.name())
                .autoStartup(isOwn)
                .process(exchange -> System.out.println("Node " + node + " got a contact of " + account.name() + ": "
                        + exchange.getMessage().getHeader("CamelOntraportObjectId")));
    }
}
