package io.guanxi.value.member;

/**
 * Which members, in which order.
 *
 * @param sort by what
 * @param descending from the greatest
 * @param filter which
 */
public record MemberQuestion(MemberSort sort, boolean descending, MemberFilter filter) {}
