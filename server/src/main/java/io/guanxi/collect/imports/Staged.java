package io.guanxi.collect.imports;

import io.guanxi.platform.EventBatch;
import io.guanxi.platform.SqlText;
import java.util.List;

/** Moves what a map yielded into a batch, and everything that is not taken into one CSV file with the reason. */
final class Staged {

    /** One rejected row, for the preview. */
    record Reject(Long line, String code, String reason, String raw) {}

    private static final String COLUMNS = """
            type, event, ts, received_at, day, NULL AS member_no, identifiers, community, amount, currency,
            quantity, object, properties, traits, CAST(:context AS VARCHAR) AS context, CAST(:source AS VARCHAR) AS source""";

    private static final String ALONE = "CAST(content AS VARCHAR)";
    private static final String IS_REPEATED = "EXISTS (FROM repeated r WHERE r.content = m.content)";

    private final ImportFolder folder;
    private final EventBatch batch;
    private final String source;

    Staged(ImportFolder folder, EventBatch batch, String source) {
        this.folder = folder;
        this.batch = batch;
        this.source = source;
    }

    /** {@return number of rows the map yielded} */
    long mapped() {
        return batch.sql()
                .sql("SELECT count(*) FROM " + mappedFile())
                .query(Long.class)
                .single();
    }

    /**
     * Fills the batch. An event without an id gets one from its source and content, and, from the second row on that says
     * the same, its number among them; such rows are the same row, so it does not matter which gets which number.
     */
    void stageGoodRows() {
        batch.sql().sql("""
                        CREATE TEMP TABLE repeated AS
                        SELECT content FROM %s WHERE content IS NOT NULL GROUP BY content HAVING count(*) > 1
                        """.formatted(mappedFile())).update();
        String good = mappedFile() + " m WHERE code IS NULL";
        if (batch.sql().sql("SELECT count(*) FROM repeated").query(Long.class).single() == 0) {
            insert(ALONE, good);
        } else {
            insert(ALONE, good + " AND NOT " + IS_REPEATED);
            insert(
                    "if(nth = 1, " + ALONE + ", CAST(CAST(md5(concat(content, ':', nth)) AS UUID) AS VARCHAR))",
                    "(SELECT *, row_number() OVER (PARTITION BY content) AS nth FROM " + good + " AND " + IS_REPEATED
                            + ") numbered");
        }
    }

    private void insert(String derivedId, String rows) {
        batch.sql()
                .sql("INSERT INTO event SELECT coalesce(event_id, " + derivedId + "), " + COLUMNS + " FROM " + rows)
                .param("source", source)
                .param("context", folder.mark())
                .update();
    }

    /** Writes the rejects file and returns how many there are. */
    long write(boolean withRefused) {
        String all = everything(withRefused);
        batch.sql()
                .sql("COPY (" + all + " ORDER BY line) TO " + SqlText.literal(folder.rejects())
                        + " (FORMAT csv, HEADER true)")
                .update();
        return batch.sql()
                .sql("SELECT count(*) FROM (" + all + ") rejected")
                .query(Long.class)
                .single();
    }

    List<Reject> first(int count) {
        return batch.sql()
                .sql(everything(false) + " ORDER BY line LIMIT " + count)
                .query((row, number) -> new Reject(
                        row.getObject("line", Long.class),
                        row.getString("code"),
                        row.getString("reason"),
                        row.getString("raw")))
                .list();
    }

    private String everything(boolean withRefused) {
        String seen = """
                SELECT line, code, reason, raw FROM read_parquet(%s)
                UNION ALL
                SELECT NULL, code, %s, raw FROM %s WHERE code IS NOT NULL
                """.formatted(SqlText.literal(folder.broken()), RejectReason.sentenceFor("code"), mappedFile());
        return withRefused ? seen + "UNION ALL " + refused() : seen;
    }

    /** What identity would not take, with the row it came from; of rows that say the same, the first. */
    private String refused() {
        return """
                SELECT NULL, 'identifier-refused', r.reason,
                       to_json({'event_id': r.event_id, 'event': m.event, 'ts': m.ts, 'identifiers': m.identifiers})
                FROM refused r
                LEFT JOIN (SELECT coalesce(event_id, %s) AS id, event, ts,
                                  identifiers
                           FROM %s WHERE code IS NULL) m ON m.id = r.event_id
                """.formatted(ALONE, mappedFile());
    }

    private String mappedFile() {
        return "read_parquet(" + SqlText.literal(folder.mapped()) + ")";
    }
}
