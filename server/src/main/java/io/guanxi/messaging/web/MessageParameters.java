package io.guanxi.messaging.web;

import io.guanxi.messaging.outbox.MessageList.Wanted;
import io.guanxi.messaging.outbox.State;
import io.guanxi.platform.Parameters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters by which messages of the outbox are meant; what is not given does not matter.
 *
 * @param state where they stand
 * @param channel on which
 * @param reason why they are there
 * @param member to whom
 * @param template what
 * @param originKind kind of the origin, e.g. {@code journey}
 * @param originId of the origin
 * @param originNode where in the origin
 */
record MessageParameters(
        @Nullable State state,
        @Nullable String channel,
        @Nullable String reason,
        @Nullable Integer member,
        @Nullable Long template,
        @Nullable String originKind,
        @Nullable String originId,
        @Nullable String originNode) {

    /** {@return which messages are meant} */
    Wanted wanted() {
        return new Wanted(
                state,
                Parameters.filter("channel", channel),
                Parameters.filter("reason", reason),
                member,
                template,
                Parameters.filter("originKind", originKind),
                Parameters.filter("originId", originId),
                Parameters.filter("originNode", originNode));
    }

    /**
     * {@return the same, of those states alone in which something can be done with them}
     *
     * @param states which
     * @param done what, as the end of a sentence
     */
    Wanted wanted(Set<State> states, String done) {
        if (state != null && !states.contains(state)) {
            throw Parameters.fault("state", "is " + state + "; only " + states + " can be " + done);
        }
        return wanted();
    }
}
