package io.guanxi.collect.road;

/**
 * What would become of a batch.
 *
 * @param passage its events
 * @param newMembers members that would be made
 * @param merges members that would turn out to be another one
 */
public record Rehearsal(Passage passage, long newMembers, long merges) {}
