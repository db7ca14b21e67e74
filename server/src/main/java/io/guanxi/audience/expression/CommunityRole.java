package io.guanxi.audience.expression;

/** What a member is in a community. */
public enum CommunityRole {
    /** It is theirs. */
    OWNER,
    /** Helps to keep it. */
    ADMIN,
    /** Neither: who joined without a role, and whose role nothing tells. */
    MEMBER
}
