package io.github.camelontraport;

import io.github.camelontraport.account.ClientEnvironment;

/** Gives the campaign what is package-private in the root package. */
public final class CampaignComponent {

    private CampaignComponent() {}

    /** A component whose clock and transport the campaign supplies. */
    public static OntraportComponent of(ClientEnvironment environment) {
        return new OntraportComponent(environment);
    }
}
