package io.guanxi.journey.engine;

import io.guanxi.identity.MemberRelations;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Zones that members say they live in, by the trait {@code timezone}, in PostgreSQL's words. What counts as a zone is what Java
 * takes for one, as in the quiet hours of the reach policy; PostgreSQL alone would take {@code +08:00} for eight hours west.
 */
final class MemberZones {

    /** What members say of their zone, {@code member_no, value}; by a literal, so that the index of those who say anything serves. */
    static final String SAID = MemberRelations.trait("'timezone'");

    private final JdbcClient postgres;
    private @Nullable Set<String> names;

    MemberZones(JdbcClient postgres) {
        this.postgres = postgres;
    }

    /**
     * What is said and is a zone.
     *
     * @param said as members have it
     * @param zones the same in PostgreSQL's words
     */
    @SuppressWarnings("ArrayRecordComponent") // parameters of a statement
    record Known(String[] said, String[] zones) {
        boolean none() {
            return said.length == 0;
        }
    }

    /** {@return the zones of those who come to a node: one statement, which looks for each by key} */
    Known of(int node) {
        Map<String, String> found = new LinkedHashMap<>();
        postgres.sql("""
                        SELECT DISTINCT own.value FROM moving m CROSS JOIN LATERAL (
                            SELECT t.value FROM %s t WHERE t.member_no = m.member_no LIMIT 1) own
                        WHERE m.node = :node AND m.rest = 0""".formatted(SAID))
                .param("node", node)
                .query(String.class)
                .list()
                .forEach(said -> word(said).ifPresent(word -> found.put(said, word)));
        return new Known(found.keySet().toArray(String[]::new), found.values().toArray(String[]::new));
    }

    private Optional<String> word(String said) {
        try {
            ZoneId zone = ZoneId.of(said).normalized();
            if (zone instanceof ZoneOffset offset) {
                return Optional.of(posix(offset));
            }
            return Optional.of(zone.getId()).filter(names()::contains);
        } catch (DateTimeException noZone) {
            return Optional.empty();
        }
    }

    /** In POSIX's words an offset says how much is to be added to come to Greenwich. */
    private static String posix(ZoneOffset offset) {
        int seconds = Math.abs(offset.getTotalSeconds());
        return "UTC%s%02d:%02d:%02d"
                .formatted(offset.getTotalSeconds() > 0 ? "-" : "+", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** Read once: PostgreSQL reads a file for each. */
    private Set<String> names() {
        Set<String> known = names;
        if (known == null) {
            known = Set.copyOf(postgres.sql("SELECT name FROM pg_timezone_names")
                    .query(String.class)
                    .list());
            names = known;
        }
        return known;
    }
}
