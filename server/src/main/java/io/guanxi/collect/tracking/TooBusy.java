package io.guanxi.collect.tracking;

/** Too much is waiting to be made durable; answered as 429 with {@code Retry-After}. */
final class TooBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
