package io.guanxi.audience.expression;

/** What is counted of a member's events. No event counts 0. */
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
    /** Sum of a property, where it is a number, to six digits; reads the lake. */
    SUM,
    /** How many different values a property has; reads the lake. */
    DISTINCT,
    /** Whether the first of them ever lies in the window: 1 or 0. */
    FIRST,
    /** Whether the last of them ever lies in the window: 1 or 0. */
    LAST
}
