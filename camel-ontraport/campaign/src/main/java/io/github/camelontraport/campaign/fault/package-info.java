/** The table of faults. */
package io.github.camelontraport.campaign.fault;
