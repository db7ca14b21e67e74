package io.guanxi.audience.expression;

/** The stages of awareness, interest, purchase and loyalty. */
public enum AiplStage {
    /** Knows the brand. */
    AWARENESS,
    /** Shows interest. */
    INTEREST,
    /** Has bought. */
    PURCHASE,
    /** Buys again, or speaks for the brand. */
    LOYALTY
}
