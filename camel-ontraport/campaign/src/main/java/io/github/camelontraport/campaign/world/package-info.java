/** Worlds: an account, programs that use it through endpoint URIs, and a model of what must come of it. */
package io.github.camelontraport.campaign.world;
