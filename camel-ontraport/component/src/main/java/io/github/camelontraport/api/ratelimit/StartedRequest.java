package io.github.camelontraport.api.ratelimit;

/**
 * A request that was granted a permit.
 *
 * @param number         in the order of starts
 * @param startedAt      in nanoseconds of the limiter's clock
 * @param repliesAtStart how many replies with a quota had come by then
 */
record StartedRequest(long number, long startedAt, long repliesAtStart) {}
