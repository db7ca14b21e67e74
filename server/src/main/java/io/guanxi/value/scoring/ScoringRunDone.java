package io.guanxi.value.scoring;

/**
 * A run has ended and its figures are shown.
 *
 * @param id its number
 */
public record ScoringRunDone(long id) {}
