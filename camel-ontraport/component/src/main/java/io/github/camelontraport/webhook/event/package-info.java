/** Events that Ontraport sends webhooks for: how options name them, how the API writes them, and the ids they refer to. */
package io.github.camelontraport.webhook.event;
