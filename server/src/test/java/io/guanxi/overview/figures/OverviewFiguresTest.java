package io.guanxi.overview.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.platform.DuckDb;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first screen's figures, from tables made by hand. */
class OverviewFiguresTest {

    private DuckDb duck;
    private JdbcClient sql;
    private OverviewFigures figures;

    @BeforeEach
    void open(@TempDir Path temp) {
        duck = DuckDb.inMemory(temp, "256MB");
        sql = duck.client();
        figures = new OverviewFigures(sql);
        run("""
            CREATE TABLE member_class (stage VARCHAR, layer VARCHAR, level VARCHAR, high_value BOOLEAN, top_spender BOOLEAN,
                top_spender_before BOOLEAN, members BIGINT, orders BIGINT, spend DECIMAL(18, 2), tier_spend DECIMAL(18, 2))""");
    }

    @AfterEach
    void close() throws Exception {
        duck.close();
    }

    @Test
    void thePyramidHasEveryLevelAndItsSharesAddUp() {
        classes();
        assertThat(figures.levels())
                .containsExactly(
                        new LevelShare("ORDINARY", 70, 0.7, new BigDecimal("300.00"), 0.3),
                        new LevelShare("ENGAGED", 25, 0.25, new BigDecimal("500.00"), 0.5),
                        new LevelShare("ADVOCATE", 0, 0, new BigDecimal("0.00"), 0),
                        new LevelShare("KOC", 5, 0.05, new BigDecimal("200.00"), 0.2));
        assertThat(figures.scored()).isEqualTo(new Scored(100, 30, 60, new BigDecimal("1000.00")));
    }

    @Test
    void theTopTierIsMeasuredInItsWindow() {
        classes();
        // 5 + 3 top spenders of 100 hold 400 of 800; of last month's 4, 3 are still there
        assertThat(figures.topSpenders()).isEqualTo(new TopSpenders(8, 0.08, new BigDecimal("400.00"), 0.5, 0.75));
    }

    @Test
    void withoutSpendThereIsNoTopTier() {
        assertThat(figures.topSpenders()).isNull();
        assertThat(figures.scored()).isEqualTo(Scored.NONE);
    }

    @Test
    void theFlowsIntoAMonthAddUpToItsStages() {
        run("CREATE TABLE stage_flow (months_ago INTEGER, from_stage VARCHAR, to_stage VARCHAR, members BIGINT)");
        run("""
            INSERT INTO stage_flow VALUES (1, NULL, 'AWARENESS', 10), (0, 'AWARENESS', 'AWARENESS', 6),
                (0, 'AWARENESS', 'INTEREST', 4), (0, NULL, 'AWARENESS', 3), (7, NULL, 'AWARENESS', 1)""");

        Aipl aipl = figures.aipl(LocalDate.parse("2026-01-31"));

        assertThat(aipl.months()).containsExactly("2025-12", "2026-01");
        assertThat(aipl.stages())
                .hasSize(8)
                .contains(
                        new Aipl.Stage("2025-12", "AWARENESS", 10), new Aipl.Stage("2026-01", "AWARENESS", 9),
                        new Aipl.Stage("2026-01", "INTEREST", 4), new Aipl.Stage("2026-01", "LOYALTY", 0));
        assertThat(aipl.flows())
                .hasSize(4)
                .contains(
                        new Aipl.Flow("2026-01", "AWARENESS", "INTEREST", 4),
                        new Aipl.Flow("2026-01", null, "AWARENESS", 3));
    }

    @Test
    void everyWeekFallsIntoOneBucket() {
        run(
                "CREATE TABLE layer_week AS SELECT 'ACTIVE' AS layer, CAST(range AS INTEGER) AS weeks, 1::BIGINT AS members FROM range(60)");

        LayerTable table = figures.layers();

        assertThat(table.cells()).hasSize(24);
        assertThat(table.cells().stream()
                        .filter(it -> it.layer().equals("ACTIVE"))
                        .map(LayerTable.Cell::members))
                .containsExactly(2L, 2L, 4L, 5L, 13L, 34L);
        assertThat(table.cells().stream().mapToLong(LayerTable.Cell::members).sum())
                .isEqualTo(60);
    }

    @Test
    void newcomersWhomNobodyHasTakenUpAreCounted() throws Exception {
        run(
                "CREATE TABLE member_score AS SELECT * FROM (VALUES (1, DATE '2026-06-14'), (2, DATE '2026-06-10'), (3, DATE '2026-06-08'), "
                        + "(4, DATE '2026-06-07'), (5, DATE '2026-06-12')) AS t (member_no, joined_day)");
        run(
                "CREATE TABLE event_name AS SELECT * FROM (VALUES (1, 'Message Sent'), (2, 'Product Viewed')) AS t (event_no, event)");
        run("CREATE TABLE member_day AS SELECT * FROM (VALUES (2, DATE '2026-06-11', 1), (3, DATE '2026-06-09', 2), "
                + "(5, DATE '2026-06-15', 1)) AS t (member_no, day, event_no)");
        run("CREATE MACRO days_between(earlier, later) AS date_diff('day', earlier, later)");
        for (String model : List.of("member_untouched", "newcomer")) {
            run("CREATE TABLE " + model + " AS "
                    + new ClassPathResource("models/" + model + ".sql")
                            .getContentAsString(java.nio.charset.StandardCharsets.UTF_8)
                            .replaceAll("(?<!\\w):as_of", "DATE '2026-06-14'"));
        }

        // 1, 2, 3 and 5 joined in the seven days; 2 wrote, 3 only looked, 5 wrote after the day of the run
        assertThat(figures.newcomers()).isEqualTo(new Newcomers(4, 3));
    }

    private void classes() {
        run("""
            INSERT INTO member_class VALUES
                ('LOYALTY', 'LOYAL', 'KOC', true, true, true, 3, 20, 150, 140),
                ('LOYALTY', 'LOYAL', 'KOC', true, false, false, 2, 10, 50, 40),
                ('PURCHASE', 'ACTIVE', 'ENGAGED', true, true, false, 5, 10, 300, 260),
                ('PURCHASE', 'ACTIVE', 'ENGAGED', true, false, true, 1, 5, 50, 50),
                ('INTEREST', 'ACTING', 'ENGAGED', true, false, false, 19, 5, 150, 110),
                ('AWARENESS', 'NEW', 'ORDINARY', false, false, false, 70, 10, 300, 200)""");
    }

    private void run(String statement) {
        sql.sql(statement).update();
    }
}
