package io.guanxi.collect.tracking;

/** The database did not take the events; nothing was acknowledged. Answered with {@code Retry-After}. */
final class NotDurable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotDurable(Throwable cause) {
        super(cause);
    }
}
