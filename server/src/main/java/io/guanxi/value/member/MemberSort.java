package io.guanxi.value.member;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What members can be put in order by; the column is one of ours, never a text of a caller's. */
public enum MemberSort {
    /** Member value. */
    VALUE("value", "value", "DECIMAL(9, 4)"),
    /** Consumption score. */
    CONSUMPTION("consumption", "consumption", "DECIMAL(9, 4)"),
    /** Content score. */
    CONTENT("content", "content", "DECIMAL(9, 4)"),
    /** Interaction score. */
    INTERACTION("interaction", "interaction", "DECIMAL(9, 4)"),
    /** Social score. */
    SOCIAL("social", "social", "DECIMAL(9, 4)"),
    /** Completed minus refunded. */
    SPEND("spend", "spend", "DECIMAL(18, 2)"),
    /** Number of orders. */
    ORDERS("orders", "orders", "INTEGER"),
    /** Days since the last order. */
    RECENCY("recency", "recency_days", "INTEGER"),
    /** Probability of still being with the brand. */
    P_ALIVE("pAlive", "p_alive", "DOUBLE", true),
    /** Orders expected in 30 days. */
    EXPECTED_ORDERS_30("expectedOrders30", "orders_30", "DOUBLE", true),
    /** Orders expected in 90 days. */
    EXPECTED_ORDERS_90("expectedOrders90", "orders_90", "DOUBLE", true),
    /** Orders expected in 365 days. */
    EXPECTED_ORDERS_365("expectedOrders365", "orders_365", "DOUBLE", true),
    /** Spend expected in 30 days. */
    EXPECTED_SPEND_30("expectedSpend30", "spend_30", "DECIMAL(18, 2)", true),
    /** Spend expected in 90 days. */
    EXPECTED_SPEND_90("expectedSpend90", "spend_90", "DECIMAL(18, 2)", true),
    /** Spend expected in 365 days. */
    EXPECTED_SPEND_365("expectedSpend365", "spend_365", "DECIMAL(18, 2)", true),
    /** Last event. */
    LAST_SEEN("lastSeen", "last_seen", "TIMESTAMP"),
    /** First event. */
    FIRST_SEEN("firstSeen", "first_seen", "TIMESTAMP"),
    /** Member number. */
    NO("no", "member_no", "INTEGER");

    private final String key;
    private final String column;
    private final String type;
    private final boolean lifetime;

    MemberSort(String key, String column, String type) {
        this(key, column, type, false);
    }

    MemberSort(String key, String column, String type, boolean lifetime) {
        this.key = key;
        this.column = column;
        this.type = type;
        this.lifetime = lifetime;
    }

    /** {@return the name in a request} */
    public String key() {
        return key;
    }

    String column() {
        return column;
    }

    String type() {
        return type;
    }

    /** {@return whether it stands in {@code member_lifetime}, where not everybody is} */
    boolean lifetime() {
        return lifetime;
    }

    /**
     * {@return the order of this name}
     *
     * @param key without the sign
     */
    public static Optional<MemberSort> of(String key) {
        return Arrays.stream(values()).filter(sort -> sort.key.equals(key)).findFirst();
    }

    /** {@return all names, for a message} */
    public static String known() {
        return Arrays.stream(values()).map(MemberSort::key).collect(Collectors.joining(", "));
    }
}
