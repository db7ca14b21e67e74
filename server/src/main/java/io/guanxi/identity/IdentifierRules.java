package io.guanxi.identity;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which values name a person, how they are written, and how many one member may hold. A key is brought to its normal
 * form by an expression that DuckDB and PostgreSQL read alike, so that a lookup finds what a batch stored.
 */
@Component
final class IdentifierRules {

    /** Longest key that is kept; longer ones are taken for rubbish. */
    static final int LONGEST_KEY = 200;

    private static final String AS_USER = "user";
    private final JdbcClient postgres;

    IdentifierRules(JdbcClient postgres) {
        this.postgres = postgres;
    }

    /**
     * A kind's rule.
     *
     * @param kind its name
     * @param strong whether it names a person, not a thing that people share
     * @param most values a member may hold
     * @param mostAWeek of them linked within seven days
     */
    record Kind(String kind, boolean strong, int most, int mostAWeek) {}

    /** {@return the SQL that brings a key to its normal form, by kind} */
    static String normalKey(String kind, String key) {
        return """
                CASE %1$s
                    WHEN 'phone' THEN regexp_replace(regexp_replace(%2$s, '[^0-9+]', '', 'g'),
                                                     '^([+]|00)?86(1[0-9]{10})$', '\\2')
                    WHEN 'email' THEN lower(trim(%2$s))
                    ELSE trim(%2$s)
                END""".formatted(kind, key);
    }

    /** {@return the SQL that says whether a kind and a normal key are fit to name somebody, apart from the blocked values} */
    static String wellFormed(String kind, String key) {
        return """
                (length(%1$s) BETWEEN 1 AND 40 AND length(%2$s) BETWEEN 1 AND %3$d
                 AND NOT regexp_matches(%2$s, '^([+]86)?[0+-]*$') AND strpos(%2$s, chr(0)) = 0)""".formatted(kind, key, LONGEST_KEY);
    }

    /** {@return the rules of the listed kinds} */
    Map<String, Kind> kinds() {
        return postgres
                .sql("SELECT kind, strong, most, most_a_week FROM identifier_kind")
                .query(Kind.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Kind::kind, Function.identity()));
    }

    /** {@return values which name nobody, in lower case} */
    List<String> blocked() {
        return postgres.sql("SELECT value FROM identifier_block")
                .query(String.class)
                .list();
    }

    /** {@return the rule for a kind, listed or not} */
    static Kind of(String kind, Map<String, Kind> kinds) {
        Kind listed = kinds.get(kind);
        return listed != null ? listed : kinds.getOrDefault(AS_USER, new Kind(kind, true, 5, 5));
    }
}
