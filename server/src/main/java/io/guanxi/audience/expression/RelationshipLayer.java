package io.guanxi.audience.expression;

/** How close a member's relationship is. */
public enum RelationshipLayer {
    /** Has not done anything yet. */
    NEW,
    /** Has done something. */
    ACTING,
    /** Does so on many of the last days. */
    ACTIVE,
    /** Is active and keeps buying. */
    LOYAL
}
