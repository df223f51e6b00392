/** Random and mutated inputs for everything that reads what others wrote. */
package io.github.camelontraport.campaign.fuzz;
