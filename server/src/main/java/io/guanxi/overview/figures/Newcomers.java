package io.guanxi.overview.figures;

/**
 * Who joined in the last seven days.
 *
 * @param joined how many
 * @param untouched how many of them nobody has taken up: no message sent or received
 */
public record Newcomers(long joined, long untouched) {}
