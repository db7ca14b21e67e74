package io.guanxi.lake;

/**
 * Events were added to the lake; published after the commit.
 *
 * @param head where the lake stands now
 */
public record LakeAdvanced(LakeHead head) {}
