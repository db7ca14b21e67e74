package io.guanxi.collect.inbox;

import java.util.BitSet;

/**
 * What became of the events of one submission, once they are durable.
 *
 * @param duplicates index of each event that had arrived before
 */
public record Acknowledgement(BitSet duplicates) {

    /** Copies the set. */
    public Acknowledgement {
        duplicates = (BitSet) duplicates.clone();
    }
}
