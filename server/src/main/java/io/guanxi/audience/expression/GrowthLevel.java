package io.guanxi.audience.expression;

/** How far a member has grown towards a key opinion consumer. */
public enum GrowthLevel {
    /** An ordinary user. */
    ORDINARY,
    /** Takes part. */
    ENGAGED,
    /** Speaks for the brand. */
    ADVOCATE,
    /** A key opinion consumer. */
    KOC
}
