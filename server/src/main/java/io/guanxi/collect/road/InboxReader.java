package io.guanxi.collect.road;

import io.guanxi.collect.inbox.InboxTable;
import io.guanxi.platform.Brand;
import io.guanxi.platform.DataFolder;
import io.guanxi.platform.EventBatch;
import io.guanxi.platform.SqlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Brings a stretch of the inbox into a batch: one COPY out of PostgreSQL, one read of the CSV. */
final class InboxReader {

    private final InboxTable inbox;
    private final DataFolder folder;
    private final Brand brand;

    InboxReader(InboxTable inbox, DataFolder folder, Brand brand) {
        this.inbox = inbox;
        this.folder = folder;
        this.brand = brand;
    }

    void read(EventBatch batch, long after, long upTo) {
        Path file = folder.temp().resolve("inbox-" + after + ".csv");
        try {
            inbox.copyTo(after, upTo, file);
            batch.sql()
                    .sql("""
                            INSERT INTO event
                            SELECT event_id, type, event, ts, received_at,
                                   CAST(timezone('%s', ts) AS DATE) AS day, NULL AS member_no,
                                   CAST(CAST(identifiers AS JSON) AS VARCHAR[]) AS identifiers,
                                   community, amount, currency, quantity, object, properties, traits, context, source
                            FROM read_csv(%s, auto_detect = false, header = false, delim = ',', quote = '"',
                                escape = '"', nullstr = '', allow_quoted_nulls = false, max_line_size = 4000000,
                                columns = {event_id: 'VARCHAR', type: 'VARCHAR', event: 'VARCHAR', ts: 'TIMESTAMPTZ',
                                    received_at: 'TIMESTAMPTZ', identifiers: 'VARCHAR', community: 'VARCHAR',
                                    amount: 'DECIMAL(18,2)', currency: 'VARCHAR', quantity: 'DOUBLE',
                                    object: 'VARCHAR', properties: 'VARCHAR', traits: 'VARCHAR', context: 'VARCHAR',
                                    source: 'VARCHAR'})
                            """.formatted(brand.zone().getId(), SqlText.literal(file)))
                    .update();
            Files.delete(file);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("cannot read the inbox after position " + after, e);
        }
    }
}
