package io.github.camelontraport.account;

import java.net.URI;

/** Identifies an account: its requests are counted together, with whatever key they are sent. */
record AccountKey(URI baseUrl, String appId) {}
