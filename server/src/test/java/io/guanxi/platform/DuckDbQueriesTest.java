package io.guanxi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class DuckDbQueriesTest {

    private final DuckDb duckDb = DuckDb.inMemory(Path.of(System.getProperty("java.io.tmpdir")), "100MB");

    /** As a model's table has them: words divided, one of them a number. */
    record Counted(int memberNo, long newMembersOf7Days, String name) {}

    private static final String TWO = """
            SELECT * FROM (VALUES (1, 10, 'one'), (2, 20, 'two')) AS t (member_no, new_members_of7_days, name)
            ORDER BY member_no
            """;

    @AfterEach
    void close() throws SQLException {
        duckDb.close();
    }

    @Test
    void rowsBecomeRecordsByTheNamesOfTheirColumns() {
        assertThat(duckDb.client().sql(TWO).query(Counted.class).list())
                .containsExactly(new Counted(1, 10, "one"), new Counted(2, 20, "two"));
    }

    @Test
    void theyDoSoWhileTheyStream() {
        try (Stream<Counted> rows = duckDb.client().sql(TWO).query(Counted.class).stream()) {
            assertThat(rows.map(Counted::memberNo)).containsExactly(1, 2);
        }
    }

    @Test
    void theFirstOfTwoColumnsOfOneNameCounts() {
        assertThat(duckDb.client()
                        .sql("SELECT 1 AS a_b, 2 AS a_b")
                        .query((row, _) -> row.getInt(row.findColumn("aB")))
                        .single())
                .isOne();
    }

    @Test
    void aColumnThatIsNotThereIsRefusedByTheDriver() {
        assertThatThrownBy(() -> duckDb.client()
                        .sql("SELECT 1 AS one")
                        .query((row, _) -> row.getInt("two"))
                        .single())
                .isInstanceOf(DataAccessException.class);
    }
}
