package io.github.camelontraport.quarkus.deployment;

import io.github.camelontraport.quarkus.devui.SandboxLink;
import io.quarkus.deployment.IsLocalDevelopment;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import io.quarkus.devui.spi.JsonRPCProvidersBuildItem;
import io.quarkus.devui.spi.page.CardPageBuildItem;
import io.quarkus.devui.spi.page.Page;

/** Shows the web page of the sandbox in Quarkus' Dev UI, where the Dev Service starts one. */
class DevUiProcessor {

    @BuildStep(onlyIf = {IsLocalDevelopment.class, DevServicesConfig.Enabled.class})
    void sandbox(
            OntraportBuildTimeConfig config,
            BuildProducer<CardPageBuildItem> cards,
            BuildProducer<JsonRPCProvidersBuildItem> methods) {
        if (!DevServicesProcessor.isWanted(config)) {
            return;
        }
        CardPageBuildItem card = new CardPageBuildItem();
        card.addPage(Page.externalPageBuilder("Sandbox")
                .icon("font-awesome-solid:address-book")
                .dynamicUrlJsonRPCMethodName("sandboxPage")
                .isHtmlContent());
        cards.produce(card);
        methods.produce(new JsonRPCProvidersBuildItem(SandboxLink.class));
    }
}
