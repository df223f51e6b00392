/** Virtual time, which passes only while no thread of a world has anything to do. */
package io.github.camelontraport.campaign.time;
