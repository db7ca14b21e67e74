package io.guanxi.messaging;

import java.util.List;

/** A way to a member. Each is a bean; the outbox has one worker for each. */
public sealed interface Channel {

    /** {@return its name, a lower-case word, e.g. {@code sms}; consents and caps are by it} */
    String name();

    /** {@return what it can do} */
    Capabilities capabilities();

    /** {@return whether it is set up; what is due on one that is not waits} */
    boolean ready();

    /** A provider outside: what it took cannot be taken back by a rollback. */
    non-sealed interface Remote extends Channel {

        /**
         * Hands messages to the provider and returns within {@link Capabilities#patience}. It never throws for trouble of the
         * provider; a message for which it is not known whether the provider took it is {@link Outcome.Unknown}.
         *
         * @param messages one to {@link Capabilities#batch}
         * @return what became of each, in their order
         */
        List<Outcome> send(List<Outgoing> messages);
    }

    /** Something in this server's own database: it is written in the transaction that notes it, so exactly once. */
    non-sealed interface Local extends Channel {

        /**
         * Writes messages within the caller's transaction.
         *
         * @param messages one to {@link Capabilities#batch}
         */
        void write(List<Outgoing> messages);
    }
}
