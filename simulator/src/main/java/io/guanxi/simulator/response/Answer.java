package io.guanxi.simulator.response;

import java.time.Instant;

/** What somebody does, mostly about a message. */
public sealed interface Answer {

    /** {@return when} */
    Instant at();

    /** Answers it, in these words. */
    record Reply(Instant at, String text) implements Answer {}

    /** Opens the page it leads to. */
    record Click(Instant at, String url) implements Answer {}

    /** Buys, for so many cents; because of a message, or would have done so anyway. */
    record Order(Instant at, long cents, boolean anyway) implements Answer {}
}
