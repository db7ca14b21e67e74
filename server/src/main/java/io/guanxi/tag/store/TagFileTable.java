package io.guanxi.tag.store;

import io.guanxi.identity.MemberRelations;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of a file while it is being taken, in a temporary table that goes with the transaction. */
@Component
public class TagFileTable {

    private final JdbcClient postgres;

    TagFileTable(JdbcClient postgres) {
        this.postgres = postgres;
    }

    /**
     * A row of a file.
     *
     * @param row its line
     * @param kind of the identifier
     * @param key of the identifier
     * @param tag the tag's number, or 0 where the row is to be rejected
     */
    public record Row(int row, String kind, String key, int tag) {}

    /** Makes the table. */
    public void open() {
        postgres.sql("""
                        CREATE TEMP TABLE IF NOT EXISTS tag_file (row INTEGER, kind TEXT, key TEXT, tag_id INTEGER)
                        ON COMMIT DELETE ROWS""").update();
        postgres.sql("CREATE TEMP TABLE tag_found (row INTEGER, tag_id INTEGER, member_no INTEGER) ON COMMIT DROP")
                .update();
    }

    /**
     * Adds rows, in one statement.
     *
     * @param rows some thousand
     */
    public void add(List<Row> rows) {
        postgres.sql("INSERT INTO tag_file SELECT * FROM unnest(:rows, :kinds, :keys, :tags)")
                .param("rows", rows.stream().map(Row::row).toArray(Integer[]::new))
                .param("kinds", rows.stream().map(Row::kind).toArray(String[]::new))
                .param("keys", rows.stream().map(Row::key).toArray(String[]::new))
                .param("tags", rows.stream().map(Row::tag).toArray(Integer[]::new))
                .update();
    }

    /** Finds the members. */
    public void resolve() {
        postgres.sql("ANALYZE tag_file").update();
        postgres.sql("INSERT INTO tag_found SELECT row, tag_id, member_no FROM " + MemberRelations.owners("tag_file")
                        + " f")
                .update();
    }

    /** {@return members by tag} */
    public Map<Integer, RoaringBitmap> members() {
        Map<Integer, RoaringBitmap> members = new TreeMap<>();
        postgres.sql("SELECT tag_id, member_no FROM tag_found WHERE member_no IS NOT NULL")
                .withFetchSize(20_000)
                .query(row -> {
                    members.computeIfAbsent(row.getInt(1), _ -> new RoaringBitmap())
                            .add(row.getInt(2));
                });
        return members;
    }

    /** {@return how many rows lead to nobody} */
    public long unknown() {
        return postgres.sql("SELECT count(*) FROM tag_found WHERE member_no IS NULL")
                .query(Long.class)
                .single();
    }

    /**
     * {@return rows that lead to nobody, in their order}
     *
     * @param most at most so many
     */
    public List<Integer> unknownRows(int most) {
        return postgres.sql("SELECT row FROM tag_found WHERE member_no IS NULL ORDER BY row LIMIT ?")
                .param(most)
                .query(Integer.class)
                .list();
    }
}
