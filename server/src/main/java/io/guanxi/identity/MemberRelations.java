package io.guanxi.identity;

/**
 * Members as relations of SQL on PostgreSQL, for modules that keep rows of members there and work on many at once. Text in,
 * text out: what stands in the arguments must be the module's own.
 */
public final class MemberRelations {

    private MemberRelations() {}

    /**
     * {@return a relation of the different live members {@code member_no} behind numbers ever given}
     *
     * @param numbers a relation with a column {@code member_no}
     */
    public static String survivors(String numbers) {
        return """
                (SELECT DISTINCT m.member_no
                 FROM %s n LEFT JOIN member_alias a ON a.member_no = n.member_no
                 JOIN member m ON m.member_no = coalesce(a.into_no, n.member_no))""".formatted(numbers);
    }

    /**
     * {@return a relation of those of some members {@code member_no} that live: neither merged into another nor erased}
     *
     * @param numbers a relation with a column {@code member_no}
     */
    public static String live(String numbers) {
        return "(SELECT n.member_no FROM %s n JOIN member m ON m.member_no = n.member_no)".formatted(numbers);
    }

    /**
     * {@return a relation of merges, {@code member_no, into_no}, flattened}
     *
     * @param since a parameter: the number of the last change that is known
     */
    public static String merges(String since) {
        return "(SELECT member_no, into_no FROM member_alias WHERE changed > %s)".formatted(since);
    }

    /**
     * {@return the rows of a table with the {@code member_no} that their identifier leads to, null where it leads to nobody}
     *
     * @param table with columns {@code kind} and {@code key}, however they are written
     */
    public static String owners(String table) {
        return """
                (SELECT r.*, i.member_no
                 FROM %s r LEFT JOIN identifier i ON i.kind = lower(trim(r.kind)) AND i.key = %s)""".formatted(table, IdentifierRules.normalKey("lower(trim(r.kind))", "r.key"));
    }

    /**
     * {@return a relation of one trait, {@code member_no, value} with the value as text, of all who have it}
     *
     * @param name a parameter: the trait's name
     */
    public static String trait(String name) {
        return "(SELECT member_no, value::jsonb #>> '{}' AS value FROM trait WHERE name = %s AND value <> 'null')"
                .formatted(name);
    }
}
