package io.github.camelontraport;

import io.github.camelontraport.account.ClientOwner;

/** The component as its endpoints see it when they open their account. */
interface AccountOwner extends ClientOwner {

    /** Puts the account that test support wants in the place of the one that the options name. */
    void overrideAccount(OntraportConfiguration account);
}
