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
    RECENCY("recency_days"),
    /** Probability of still being with the brand; who never ordered has none and is in no range. */
    P_ALIVE("p_alive", true),
    /** Orders expected in 365 days. */
    EXPECTED_ORDERS("orders_365", true),
    /** Spend expected in 365 days. */
    EXPECTED_SPEND("spend_365", true);

    private final String column;
    private final boolean lifetime;

    MemberFigure(String column) {
        this(column, false);
    }

    MemberFigure(String column, boolean lifetime) {
        this.column = column;
        this.lifetime = lifetime;
    }

    String column() {
        return column;
    }

    /** {@return whether it stands in {@code member_lifetime}, where not everybody is} */
    boolean lifetime() {
        return lifetime;
    }
}
