package io.guanxi.audience.store;

import io.guanxi.platform.Bitmaps;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code audience_list}. */
@Component
public class ListTable {

    private static final String SELECT =
            "SELECT id, name, rows, members, unknown, created_by, created_at FROM audience_list ";

    private final JdbcClient postgres;
    private final Clock clock;

    ListTable(JdbcClient postgres, Clock clock) {
        this.postgres = postgres;
        this.clock = clock;
    }

    /**
     * An uploaded list; what was uploaded is not kept, the members found are.
     *
     * @param id its number
     * @param name as people call it
     * @param rows lines that were read
     * @param members different members found
     * @param unknown lines by which nobody is known
     * @param createdBy by whom
     * @param createdAt when
     */
    public record UploadedList(
            long id, String name, long rows, long members, long unknown, String createdBy, Instant createdAt) {}

    /**
     * Keeps a list.
     *
     * @param name as people call it
     * @param rows lines that were read
     * @param unknown lines by which nobody is known
     * @param members who was found
     * @param by by whom
     * @return its number
     */
    public long insert(String name, long rows, long unknown, RoaringBitmap members, String by) {
        return postgres.sql("""
                        INSERT INTO audience_list (name, rows, members, unknown, created_by, created_at, bitmap)
                        VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id""")
                .params(
                        name,
                        rows,
                        members.getLongCardinality(),
                        unknown,
                        by,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        Bitmaps.bytes(members))
                .query(Long.class)
                .single();
    }

    /** {@return lists, the latest first} */
    public List<UploadedList> all() {
        return postgres.sql(SELECT + "ORDER BY id DESC LIMIT 1000")
                .query(UploadedList.class)
                .list();
    }

    /**
     * {@return a list}
     *
     * @param id its number
     */
    public Optional<UploadedList> find(long id) {
        return postgres.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query(UploadedList.class)
                .optional();
    }

    /**
     * {@return who is on a list}
     *
     * @param id its number
     */
    public Optional<RoaringBitmap> members(long id) {
        return postgres.sql("SELECT bitmap FROM audience_list WHERE id = ?")
                .param(id)
                .query((row, _) -> Bitmaps.of(row.getBytes(1)))
                .optional();
    }
}
