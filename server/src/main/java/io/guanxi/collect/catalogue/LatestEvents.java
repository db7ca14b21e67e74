package io.guanxi.collect.catalogue;

import io.guanxi.access.Masking;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the tracking API has just acknowledged, and what it has just refused. */
@Component
class LatestEvents {

    private final JdbcClient jdbc;
    private final Masking masking;
    private final JsonMapper json;

    /**
     * An event in the inbox.
     *
     * @param position in the inbox; the cursor of the tail
     */
    record Arrived(
            long position,
            Instant receivedAt,
            String type,
            String event,
            Instant ts,
            List<Identifier> identifiers,
            @Nullable String community,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String object,
            @Nullable JsonNode properties,
            String source) {}

    /** What tells who it was, masked by the caller's role. */
    @Schema(name = "SentIdentifier")
    record Identifier(String kind, String key) {}

    /** A call that was refused, as it came. */
    record Malformed(long id, Instant receivedAt, String source, String code, String message, String body) {}

    LatestEvents(JdbcClient jdbc, Masking masking, JsonMapper json) {
        this.jdbc = jdbc;
        this.masking = masking;
        this.json = json;
    }

    /** {@return events above a position, oldest first; without a position the latest, oldest first} */
    List<Arrived> after(@Nullable Long position, int limit) {
        String query = position == null
                ? "SELECT * FROM (SELECT * FROM inbox ORDER BY position DESC LIMIT :limit) latest ORDER BY position"
                : "SELECT * FROM inbox WHERE position > :after ORDER BY position LIMIT :limit";
        return jdbc.sql(query)
                .param("limit", limit)
                .param("after", position == null ? 0 : position)
                .query(this::arrived)
                .list();
    }

    /** {@return refused calls below an id, the newest first} */
    List<Malformed> malformedBefore(long id, int limit) {
        return jdbc.sql("""
                        SELECT id, received_at, source, code, message, left(body, 32768) AS body
                        FROM malformed_event WHERE id < :id ORDER BY id DESC LIMIT :limit
                        """)
                .param("id", id)
                .param("limit", limit)
                .query((row, number) -> new Malformed(
                        row.getLong("id"),
                        instant(row, "received_at"),
                        row.getString("source"),
                        row.getString("code"),
                        row.getString("message"),
                        row.getString("body")))
                .list();
    }

    private Arrived arrived(ResultSet row, int number) throws SQLException {
        String properties = row.getString("properties");
        return new Arrived(
                row.getLong("position"),
                instant(row, "received_at"),
                row.getString("type"),
                row.getString("event"),
                instant(row, "ts"),
                identifiers(row.getString("identifiers")),
                row.getString("community"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getString("object"),
                properties == null ? null : json.readTree(masking.properties(properties)),
                row.getString("source"));
    }

    private List<Identifier> identifiers(String array) {
        List<Identifier> identifiers = new ArrayList<>();
        for (JsonNode each : json.readTree(array)) {
            String text = each.asString();
            int colon = text.indexOf(':');
            String kind = text.substring(0, Math.max(colon, 0));
            identifiers.add(new Identifier(kind, masking.identifier(kind, text.substring(colon + 1))));
        }
        return identifiers;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
