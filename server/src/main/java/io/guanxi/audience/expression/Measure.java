package io.guanxi.audience.expression;

/** What is counted of a member's events. All but OBJECTS are whole sums; no event counts 0. */
public enum Measure {
    /** How many events. */
    COUNT,
    /** On how many days. */
    DAYS,
    /** Sum of their money. */
    AMOUNT,
    /** Sum of their pieces. */
    QUANTITY,
    /** How many different objects; reads the lake. */
    OBJECTS,
    /** Whether the first of them ever lies in the window: 1 or 0. */
    FIRST,
    /** Whether the last of them ever lies in the window: 1 or 0. */
    LAST
}
