package io.guanxi.identity;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps what a batch's events say of their members: traits, consent, and the channel by which they came. Looks only at events
 * that carry traits; the latest event wins, whatever the order of arrival.
 */
final class BatchTraits {

    private static final List<String> TABLES = List.of("said", "said_consent");

    private final JdbcClient postgres;
    private final ConsentTable consents;

    BatchTraits(JdbcClient postgres, ConsentTable consents) {
        this.postgres = postgres;
        this.consents = consents;
    }

    /** {@return the number of different traits and consents said} */
    static long collect(JdbcClient duck) {
        duck.sql("""
                CREATE OR REPLACE TEMP TABLE said AS
                SELECT event.member_no, trait.key AS name, replace(trait.value::VARCHAR, chr(0), '') AS value,
                       event.ts, event.event_id, event.source
                FROM (SELECT member_no, ts, event_id, source, traits
                      FROM event
                      WHERE traits IS NOT NULL AND member_no IS NOT NULL AND json_valid(traits)
                        AND json_type(traits) = 'OBJECT') event,
                     json_each(event.traits) trait
                WHERE length(trait.key) BETWEEN 1 AND 100 AND strpos(trait.key, chr(0)) = 0
                """).update();
        return duck.sql("SELECT count(*) FROM said").query(Long.class).single();
    }

    /** Writes what was collected. */
    void keep(Exchange exchange, long change) {
        keepTraits(exchange);
        keepChannels(exchange, change);
        keepConsents(exchange);
    }

    private void keepTraits(Exchange exchange) {
        postgres.sql("CREATE TEMP TABLE said_trait (LIKE trait) ON COMMIT DROP").update();
        exchange.toPostgres("""
                SELECT member_no, name, value, ts, source, event_id
                FROM said
                WHERE NOT starts_with(name, 'consent_')
                QUALIFY row_number() OVER (PARTITION BY member_no, name ORDER BY ts DESC, event_id DESC) = 1
                """, "said_trait (member_no, name, value, ts, source, event_id)");
        postgres.sql("""
                INSERT INTO trait (member_no, name, value, ts, source, event_id)
                SELECT member_no, name, value, ts, source, event_id FROM said_trait
                ON CONFLICT (member_no, name) DO UPDATE
                SET value = excluded.value, ts = excluded.ts, source = excluded.source, event_id = excluded.event_id
                WHERE (excluded.ts, excluded.event_id) > (trait.ts, trait.event_id)
                """).update();
    }

    /** The channel of joining is the first that was ever said. */
    private void keepChannels(Exchange exchange, long change) {
        postgres.sql("""
                CREATE TEMP TABLE said_channel (member_no integer, channel text, ts timestamptz) ON COMMIT DROP
                """).update();
        long channels = exchange.toPostgres("""
                SELECT member_no, json_extract_string(value, '$'), ts
                FROM said
                WHERE name = 'channel' AND json_type(value) = 'VARCHAR' AND value <> '""'
                QUALIFY row_number() OVER (PARTITION BY member_no ORDER BY ts, event_id) = 1
                """, "said_channel");
        if (channels > 0) {
            postgres.sql("""
                    UPDATE member SET channel = said.channel, channel_ts = said.ts, changed = :change
                    FROM said_channel said
                    WHERE member.member_no = said.member_no AND said.ts < coalesce(member.channel_ts, 'infinity')
                    """).param("change", change).update();
        }
    }

    /** Only changes are history; a consent that is said again confirms the state. */
    private void keepConsents(Exchange exchange) {
        exchange.duck().sql("""
                CREATE OR REPLACE TEMP TABLE said_consent AS
                SELECT member_no, channel, granted, ts, source, event_id,
                       max(ts) OVER (PARTITION BY member_no, channel) AS confirmed_at,
                       lag(granted) OVER spoken AS before
                FROM (SELECT member_no, lower(substr(name, 9)) AS channel, ts, source, event_id,
                             try_cast(json_extract_string(value, '$') AS BOOLEAN) AS granted
                      FROM said
                      WHERE starts_with(name, 'consent_') AND length(name) BETWEEN 9 AND 48)
                WHERE granted IS NOT NULL
                WINDOW spoken AS (PARTITION BY member_no, channel ORDER BY ts, event_id)
                """).update();
        consents.stage();
        long changes = exchange.toPostgres("""
                SELECT member_no, channel, granted, ts, confirmed_at, source, event_id, before IS NULL
                FROM said_consent
                WHERE before IS DISTINCT FROM granted
                """, "said_consent");
        if (changes > 0) {
            consents.keep();
        }
    }

    static void forget(JdbcClient duck) {
        duck.sql(Exchange.drop(TABLES)).update();
    }
}
