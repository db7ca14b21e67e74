package io.guanxi.collect.tracking;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Keeps what was rejected, so that an operator can see what a sender does wrong. One statement a request. */
@Component
final class MalformedEvents {

    private static final int MOST_OF_A_BODY = 32 * 1024;

    private final JdbcTemplate sql;

    MalformedEvents(JdbcTemplate sql) {
        this.sql = sql;
    }

    void keep(String source, Instant receivedAt, List<Reading.Malformed> malformed, List<JsonNode> bodies) {
        if (malformed.isEmpty()) {
            return;
        }
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < malformed.size(); i++) {
            Reading.Malformed reason = malformed.get(i);
            rows.add(new Object[] {
                Timestamp.from(receivedAt),
                source,
                reason.code(),
                reason.message(),
                cut(bodies.get(i).toString())
            });
        }
        sql.batchUpdate("""
                INSERT INTO malformed_event (received_at, source, code, message, body) VALUES (?, ?, ?, ?, ?)
                """, rows);
    }

    private static String cut(String body) {
        String text = body.replace("\0", "");
        return text.length() <= MOST_OF_A_BODY ? text : text.substring(0, MOST_OF_A_BODY);
    }
}
