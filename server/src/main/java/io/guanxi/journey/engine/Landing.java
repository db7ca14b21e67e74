package io.guanxi.journey.engine;

import org.jspecify.annotations.Nullable;

/**
 * Where those who stand at a node of an earlier version would go on in a later one.
 *
 * @param version the earlier version
 * @param node their node
 * @param members how many
 * @param to the node of the later version, or null where there is none: they go on in the earlier one
 * @param staying whether that node is the same, so that they wait on as they did; else they come to it anew
 */
public record Landing(
        int version, String node, long members, @Nullable String to, boolean staying) {}
