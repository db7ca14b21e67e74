package io.guanxi.value.member;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What members can be put in order by; the column is one of ours, never a text of a caller's. */
public enum MemberSort {
    /** Member value. */
    VALUE("value", "value", "DOUBLE"),
    /** Consumption score. */
    CONSUMPTION("consumption", "consumption", "DOUBLE"),
    /** Content score. */
    CONTENT("content", "content", "DOUBLE"),
    /** Interaction score. */
    INTERACTION("interaction", "interaction", "DOUBLE"),
    /** Social score. */
    SOCIAL("social", "social", "DOUBLE"),
    /** Completed minus refunded. */
    SPEND("spend", "spend", "DECIMAL(18, 2)"),
    /** Number of orders. */
    ORDERS("orders", "orders", "INTEGER"),
    /** Days since the last order. */
    RECENCY("recency", "recency_days", "INTEGER"),
    /** Last event. */
    LAST_SEEN("lastSeen", "last_seen", "TIMESTAMP"),
    /** First event. */
    FIRST_SEEN("firstSeen", "first_seen", "TIMESTAMP"),
    /** Member number. */
    NO("no", "member_no", "INTEGER");

    private final String key;
    private final String column;
    private final String type;

    MemberSort(String key, String column, String type) {
        this.key = key;
        this.column = column;
        this.type = type;
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
