package io.guanxi.lake;

/**
 * Where the lake stands.
 *
 * @param sequence sequence number of the newest commit, 0 while there is none
 * @param inboxPosition the inbox has been taken up to and including this position
 */
public record LakeHead(long sequence, long inboxPosition) {}
