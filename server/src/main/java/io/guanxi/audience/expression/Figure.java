package io.guanxi.audience.expression;

/** A figure of the last scoring run. */
public enum Figure {
    /** Member value, 0 to 100. */
    VALUE("value"),
    /** Consumption value, 0 to 100. */
    CONSUMPTION("consumption"),
    /** Content value, 0 to 100. */
    CONTENT("content"),
    /** Interaction value, 0 to 100. */
    INTERACTION("interaction"),
    /** Social value, 0 to 100. */
    SOCIAL("social"),
    /** How far a member's words reach, 0 to 100. */
    INFLUENCE("influence"),
    /** Days since the last order. */
    RECENCY_DAYS("recency_days"),
    /** Orders in the model's window. */
    FREQUENCY("frequency"),
    /** Spend in the model's window. */
    MONETARY("monetary"),
    /** Recency class, 1 (least) to 5. */
    R("r"),
    /** Frequency class, 1 to 5. */
    F("f"),
    /** Monetary class, 1 to 5. */
    M("m"),
    /** All orders. */
    ORDERS("orders"),
    /** All spend, refunds taken off. */
    SPEND("spend");

    private final String column;

    Figure(String column) {
        this.column = column;
    }

    /** {@return its column in the mart's {@code member_score}} */
    public String column() {
        return column;
    }
}
