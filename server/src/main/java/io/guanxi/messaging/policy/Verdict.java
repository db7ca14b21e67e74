package io.guanxi.messaging.policy;

import java.time.Instant;

/** What the reach policy says of a message that is due. */
public sealed interface Verdict {

    /** It may be said. */
    record Passed() implements Verdict {}

    /**
     * It is not said.
     *
     * @param reason why
     * @param rule name of the rule; empty for what holds always
     */
    record Suppressed(Reason reason, String rule) implements Verdict {}

    /**
     * It is said later, if it may be then.
     *
     * @param reason why
     * @param rule name of the rule
     * @param until when it is looked at again
     */
    record Delayed(Reason reason, String rule, Instant until) implements Verdict {}
}
