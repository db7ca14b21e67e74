package io.guanxi.identity;

/**
 * A member gave or took back a consent, said to us directly and not by an event.
 *
 * @param memberNo who
 */
public record ConsentNoted(int memberNo) {}
