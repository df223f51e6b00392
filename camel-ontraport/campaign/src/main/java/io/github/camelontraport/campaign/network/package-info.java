/** The network between programs and account: in memory, and real sockets to servers that are broken. */
package io.github.camelontraport.campaign.network;
