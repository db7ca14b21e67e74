package io.guanxi.messaging.outbox;

/** Where a message stands. */
public enum State {
    /** Its turn has not come, or comes again. */
    WAITING,
    /** What it comes of pauses; it waits on when that goes on. */
    HELD,
    /** It was claimed by a server that hands it to the provider. */
    SENDING,
    /** The provider took it; what came of that is in its times. */
    SENT,
    /** The provider took it and said later that it did not arrive. */
    FAILED,
    /** It cannot be sent without somebody's doing. */
    DEAD,
    /** The reach policy kept it back for good. */
    SUPPRESSED,
    /** Whoever intended it took it back. */
    WITHDRAWN
}
