package io.guanxi.mart;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.platform.Brand;
import io.guanxi.platform.DuckDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Currency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows come day by day and are laid side by side by member; none is lost, and a few new ones wait. */
class RowOrderTest {

    private static final String SUM = """
            SELECT count(*) || ' ' || sum(hash(member_no, day, event_no, n, amount, quantity, first_ts, last_ts)) FROM member_day""";
    private static final String OUT_OF_ORDER = """
            SELECT count(*) FROM (SELECT member_no < lag(member_no) OVER (ORDER BY rowid) AS back FROM member_day) WHERE back""";

    private static final String EVENTS =
            "SELECT count(*) || ' ' || sum(hash(event_no, day, member_no, n)) FROM event_member";
    private static final String EVENTS_OUT_OF_ORDER = """
            SELECT count(*) FROM (SELECT (event_no, day, member_no) < lag((event_no, day, member_no)) OVER (ORDER BY rowid) AS back
                                  FROM event_member) WHERE back""";

    private DuckDb duck;
    private JdbcClient sql;

    @BeforeEach
    void threeDaysOfManyMembers(@TempDir Path temp) {
        duck = DuckDb.inMemory(temp, "1GB");
        sql = duck.client();
        MartFile.createTables(duck, new Brand("Rows", ZoneOffset.UTC, Currency.getInstance("CNY")));
        for (int day = 1; day <= 3; day++) {
            come(day, 400_000);
        }
    }

    @AfterEach
    void close() throws SQLException {
        duck.close();
    }

    @Test
    void aMembersRowsComeToLieTogether() {
        String before = text(SUM);
        String events = text(EVENTS);
        assertThat(number(OUT_OF_ORDER)).isPositive();
        assertThat(number(EVENTS_OUT_OF_ORDER)).isPositive();

        restore();

        assertThat(text(EVENTS)).isEqualTo(events);
        assertThat(number(EVENTS_OUT_OF_ORDER)).isZero();

        assertThat(text(SUM)).isEqualTo(before);
        assertThat(number(OUT_OF_ORDER)).isZero();
        assertThat(number("SELECT ordered_rows FROM mart_state")).isEqualTo(1_200_000);
        assertThat(number("SELECT count(*) FROM community_day")).isEqualTo(1);
    }

    @Test
    void whatIsTooLargeForOneSortIsSortedInParts() {
        String before = text(SUM);

        new RowOrder(sql, 250_000).restore();

        assertThat(text(SUM)).isEqualTo(before);
        assertThat(number(OUT_OF_ORDER)).isZero();
    }

    @Test
    void theTablesStayAsTheyWereDeclared() {
        String declared =
                "SELECT string_agg(column_name || data_type || is_nullable, ' ' ORDER BY table_name, ordinal_position)"
                        + " FROM information_schema.columns";
        String before = text(declared);

        restore();

        assertThat(text(declared)).isEqualTo(before);
    }

    @Test
    void aFewNewRowsWaitUntilTheyAreMany() {
        restore();
        come(4, 100_000);

        restore();

        assertThat(number("SELECT ordered_rows FROM mart_state")).isEqualTo(1_200_000);
        come(5, 1_000_000);
        restore();
        assertThat(number("SELECT ordered_rows FROM mart_state")).isEqualTo(2_300_000);
        assertThat(number(OUT_OF_ORDER)).isZero();
    }

    private void come(int day, int members) {
        sql.sql("""
                INSERT INTO member_day
                SELECT i, DATE '2026-11-01' + %1$d, 1, 1, 0.5, NULL, TIMESTAMP '2026-11-01' + INTERVAL (i) SECOND, TIMESTAMP '2026-11-02'
                FROM range(%2$d) AS r(i)""".formatted(day, members)).update();
        sql.sql(
                        "INSERT INTO event_member SELECT event_no, day, member_no, n FROM member_day WHERE day = DATE '2026-11-01' + %d ORDER BY member_no DESC"
                                .formatted(day))
                .update();
        if (day == 1) {
            sql.sql("INSERT INTO community_day VALUES (1, 1, DATE '2026-11-02', 1, 1, NULL)")
                    .update();
        }
    }

    private void restore() {
        new RowOrder(sql).restore();
    }

    private String text(String query) {
        return sql.sql(query).query(String.class).single();
    }

    private long number(String query) {
        return sql.sql(query).query(Long.class).single();
    }
}
