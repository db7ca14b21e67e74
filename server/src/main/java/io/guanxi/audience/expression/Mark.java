package io.guanxi.audience.expression;

/** What the last run marks members with. */
public enum Mark {
    /** Value above the value model's line. */
    HIGH_VALUE,
    /** In the top tier by spend. */
    TOP_SPENDER
}
