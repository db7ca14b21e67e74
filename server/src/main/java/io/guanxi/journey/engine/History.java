package io.guanxi.journey.engine;

import io.guanxi.identity.MemberRelations;
import io.guanxi.lake.Lake;
import io.guanxi.mart.Mart;
import io.guanxi.platform.Brand;
import io.guanxi.platform.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What members did, out of the lake into a temporary table of the transaction, to be told again moment by moment. */
@Component
class History {

    private static final int MOST = 300_000;
    private static final int AT_ONCE = 10_000;

    private static final String READ = """
            SELECT member_no, event, ts, community, CAST(amount AS VARCHAR) AS amount, quantity, object, properties, source
            FROM %s AS events
            WHERE event IN (:events) AND member_no IS NOT NULL
              AND ts > CAST(:since AS TIMESTAMPTZ) AND ts <= CAST(:upto AS TIMESTAMPTZ)
            ORDER BY ts, event_id LIMIT :most
            """;

    private final Lake lake;
    private final Mart mart;
    private final JdbcClient postgres;
    private final Brand brand;

    History(Lake lake, Mart mart, JdbcClient postgres, Brand brand) {
        this.lake = lake;
        this.mart = mart;
        this.postgres = postgres;
        this.brand = brand;
    }

    private record Past(
            int member,
            String event,
            OffsetDateTime ts,
            @Nullable String community,
            @Nullable String amount,
            @Nullable Double quantity,
            @Nullable String object,
            @Nullable String properties,
            @Nullable String source) {}

    /**
     * Fills {@code past_event} with what the members in {@code asked_member} did.
     *
     * @param events names of events
     * @param since after this moment
     * @param until up to this one
     * @return how many
     */
    int load(Collection<String> events, Instant since, Instant until) {
        postgres.sql("""
                        CREATE TEMPORARY TABLE past_event (
                            position bigint GENERATED ALWAYS AS IDENTITY, member_no integer, event text, ts timestamptz,
                            community text, amount numeric, quantity double precision, object text, properties jsonb,
                            source text) ON COMMIT DROP
                        """).update();
        if (events.isEmpty() || !since.isBefore(until)) {
            return 0;
        }
        LocalDate first = brand.dayOf(since);
        LocalDate last = brand.dayOf(until);
        List<Past> found = mart.sql()
                .sql(READ.formatted(lake.relation(day -> !day.isBefore(first) && !day.isAfter(last))))
                .param("events", List.copyOf(events))
                .param("since", since.toString())
                .param("upto", until.toString())
                .param("most", MOST + 1)
                .query((row, _) -> past(row))
                .list();
        if (found.size() > MOST) {
            throw Problem.badRequest(
                    "journey.dry-run-large",
                    "There are more than " + MOST + " events to be told again; take a shorter time.");
        }
        int kept = 0;
        for (int from = 0; from < found.size(); from += AT_ONCE) {
            kept += keep(found.subList(from, Math.min(found.size(), from + AT_ONCE)));
        }
        return kept;
    }

    private static Past past(ResultSet row) throws SQLException {
        double quantity = row.getDouble("quantity");
        Double pieces = row.wasNull() ? null : quantity;
        return new Past(
                row.getInt("member_no"),
                row.getString("event"),
                row.getObject("ts", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC),
                row.getString("community"),
                row.getString("amount"),
                pieces,
                row.getString("object"),
                row.getString("properties"),
                row.getString("source"));
    }

    private int keep(List<Past> some) {
        return postgres.sql("""
                        INSERT INTO past_event (member_no, event, ts, community, amount, quantity, object, properties, source)
                        SELECT m.member_no, p.event, p.ts, p.community, p.amount, p.quantity, p.object,
                               CASE WHEN pg_input_is_valid(p.properties, 'jsonb') THEN p.properties::jsonb END, p.source
                        FROM unnest(:members::integer[], :events::text[], :ts::timestamptz[], :communities::text[],
                                    :amounts::numeric[], :quantities::float8[], :objects::text[], :properties::text[],
                                    :sources::text[]) WITH ORDINALITY
                             AS p (member_no, event, ts, community, amount, quantity, object, properties, source, place)
                        LEFT JOIN %s a ON a.member_no = p.member_no
                        JOIN asked_member m ON m.member_no = coalesce(a.into_no, p.member_no)
                        ORDER BY p.place
                        """.formatted(MemberRelations.merges("-1")))
                .param("members", some.stream().map(Past::member).toArray(Integer[]::new))
                .param("events", texts(some, Past::event))
                .param("ts", texts(some, it -> it.ts().toString()))
                .param("communities", texts(some, Past::community))
                .param("amounts", texts(some, Past::amount))
                .param("quantities", some.stream().map(Past::quantity).toArray(Double[]::new))
                .param("objects", texts(some, Past::object))
                .param("properties", texts(some, Past::properties))
                .param("sources", texts(some, Past::source))
                .update();
    }

    private static String[] texts(List<Past> some, Function<Past, @Nullable String> of) {
        List<@Nullable String> texts = new ArrayList<>();
        some.forEach(it -> texts.add(of.apply(it)));
        return texts.toArray(String[]::new);
    }
}
