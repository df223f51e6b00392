package io.github.camelontraport.sandbox.fault;

/**
 * A fault that is still to come, for people.
 *
 * @param target what it affects
 * @param schedule what is left of its schedule
 */
public record PlannedFault(String target, FaultSchedule schedule, String effect) {}
