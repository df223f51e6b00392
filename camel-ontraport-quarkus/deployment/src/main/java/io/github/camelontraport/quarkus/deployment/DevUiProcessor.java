package io.github.camelontraport.quarkus.deployment;

import io.github.camelontraport.quarkus.devui.AccountStatus;
import io.github.camelontraport.quarkus.devui.SandboxLink;
import io.quarkus.deployment.IsLocalDevelopment;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import io.quarkus.devui.spi.JsonRPCProvidersBuildItem;
import io.quarkus.devui.spi.page.CardPageBuildItem;
import io.quarkus.devui.spi.page.Page;

/** Shows what the application does with its accounts, and the page of the sandbox, in Quarkus' Dev UI. */
class DevUiProcessor {

    @BuildStep(onlyIf = IsLocalDevelopment.class)
    void card(
            OntraportBuildTimeConfig config,
            DevServicesConfig devServices,
            BuildProducer<CardPageBuildItem> cards,
            BuildProducer<JsonRPCProvidersBuildItem> methods) {
        CardPageBuildItem card = new CardPageBuildItem();
        card.addPage(Page.webComponentPageBuilder()
                .title("Status")
                .icon("font-awesome-solid:gauge")
                .componentLink("qwc-ontraport-status.js"));
        methods.produce(new JsonRPCProvidersBuildItem(AccountStatus.class));
        if (devServices.enabled() && DevServicesProcessor.isWanted(config)) {
            card.addPage(Page.externalPageBuilder("Sandbox")
                    .icon("font-awesome-solid:address-book")
                    .dynamicUrlJsonRPCMethodName("sandboxPage")
                    .isHtmlContent());
            methods.produce(new JsonRPCProvidersBuildItem(SandboxLink.class));
        }
        cards.produce(card);
    }
}
