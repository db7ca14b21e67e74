package io.guanxi.collect.road;

/**
 * What became of a batch.
 *
 * @param accepted events that are in the lake now and were not before
 * @param duplicates events whose id had been taken before, or stood twice in the batch
 * @param unresolved events without a usable identifier; the batch's table {@code refused} names them
 */
public record Passage(long accepted, long duplicates, long unresolved) {}
