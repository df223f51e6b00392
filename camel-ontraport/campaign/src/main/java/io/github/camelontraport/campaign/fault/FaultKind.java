package io.github.camelontraport.campaign.fault;

import io.github.camelontraport.campaign.world.Fault;
import io.github.camelontraport.campaign.world.Side;
import java.util.Set;

/**
 * A row of the table of faults.
 *
 * @param name  for the report and the command line
 * @param sides of a program, to which it can happen
 */
public record FaultKind(String name, Set<Side> sides, Fault fault) {}
