package io.guanxi.value.member;

/** A figure of a member which a list can be bounded by; the column is one of ours, never a text of a caller's. */
public enum MemberFigure {
    /** Member value, 0 to 100. */
    VALUE("value"),
    /** Consumption score, 0 to 100. */
    CONSUMPTION("consumption"),
    /** Content score, 0 to 100. */
    CONTENT("content"),
    /** Interaction score, 0 to 100. */
    INTERACTION("interaction"),
    /** Social score, 0 to 100. */
    SOCIAL("social"),
    /** Completed minus refunded. */
    SPEND("spend"),
    /** Number of orders. */
    ORDERS("orders"),
    /** Days since the last order; who never ordered has none and is in no range. */
    RECENCY("recency_days");

    private final String column;

    MemberFigure(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
