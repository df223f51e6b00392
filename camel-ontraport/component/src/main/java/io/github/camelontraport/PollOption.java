package io.github.camelontraport;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Options that only polls have, and whether an endpoint sets them. */
enum PollOption {
    startFrom(endpoint -> !endpoint.getStartFrom().equals(OntraportEndpoint.DEFAULT_START_FROM)),
    stateRepository(endpoint -> endpoint.getStateRepository() != null),
    stateKey(endpoint -> endpoint.getStateKey() != null),
    settleTime(endpoint -> endpoint.getSettleTime() != OntraportEndpoint.DEFAULT_SETTLE_TIME_MILLIS),
    maxDeleted(endpoint -> endpoint.getMaxDeleted() != null),
    sweepInterval(endpoint -> endpoint.getSweepInterval() != OntraportEndpoint.DEFAULT_SWEEP_INTERVAL_MILLIS),
    maxMessagesPerPoll(endpoint -> endpoint.getMaxMessagesPerPoll() != 0),
    delay(endpoint -> endpoint.getDelay() != OntraportEndpoint.DEFAULT_DELAY_MILLIS),
    initialDelay(endpoint -> endpoint.getInitialDelay() != -1),
    repeatCount(endpoint -> endpoint.getRepeatCount() != 0),
    greedy(OntraportEndpoint::isGreedy),
    sendEmptyMessageWhenIdle(OntraportEndpoint::isSendEmptyMessageWhenIdle),
    backoffMultiplier(endpoint -> endpoint.getBackoffMultiplier() != 0),
    backoffIdleThreshold(endpoint -> endpoint.getBackoffIdleThreshold() != 0),
    backoffErrorThreshold(endpoint -> endpoint.getBackoffErrorThreshold() != 0);

    private final Predicate<OntraportEndpoint> isSet;

    PollOption(Predicate<OntraportEndpoint> isSet) {
        this.isSet = isSet;
    }

    static List<String> setOn(OntraportEndpoint endpoint) {
        return Arrays.stream(values())
                .filter(option -> option.isSet.test(endpoint))
                .map(PollOption::name)
                .toList();
    }
}
