package io.guanxi.community.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forecast and its error; the run is of a Sunday, so week 0 is the last full one. */
class ForecastTest {

    private final StringJoiner weeks = new StringJoiner(", ");
    private CommunityLab lab;

    @BeforeEach
    void open(@TempDir Path temp) throws Exception {
        lab = new CommunityLab(temp, "2026-06-14");
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    @Test
    void anExactDecayIsRecovered() {
        series(1, 20, week -> strength(0.4 * Math.pow(0.95, week + 19)));
        series(2, 20, week -> strength(0.9 * Math.pow(0.90, week + 19)));
        forecast();

        assertThat(lab.number(fit("slope", 1))).isCloseTo(Math.log(0.95), within(1e-9));
        assertThat(lab.number(fit("slope", 2))).isCloseTo(Math.log(0.90), within(1e-9));
        assertThat(
                        lab.number(
                                "SELECT expected FROM community_forecast WHERE community_no = 2 AND measure = 'VALUE' AND ahead = 7"))
                .isCloseTo(strength(0.9 * Math.pow(0.9, 26)), within(1e-9));
        assertThat(lab.number("SELECT max(mean_absolute_error) FROM community_backtest"))
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void theWeekOfFallingBelowTheLineIsWhereTheCurveCrossesIt() {
        lab.with("golden_line_is_absolute", 1).with("golden_line", 10);
        series(1, 20, week -> strength(0.4 * Math.pow(0.95, week + 19)));
        forecast();

        // 100 (1 - exp(-0.4 * 0.95^(19 + h))) < 10 from h = ln(-ln 0.9 / 0.4) / ln 0.95 - 19 = 7.006
        int weeks = (int) Math.ceil(Math.log(-Math.log(0.9) / 0.4) / Math.log(0.95) - 19);
        assertThat(lab.text(
                        "SELECT verdict || ' ' || weeks || ' ' || week FROM community_outlook WHERE measure = 'VALUE'"))
                .isEqualTo("WITHIN " + weeks + " 2026-08-03");
        assertThat(weeks).isEqualTo(8);
    }

    @Test
    void aRiseIsNotCarriedOn() {
        series(1, 12, week -> 30 + week);
        forecast();
        assertThat(lab.text("SELECT verdict FROM community_outlook WHERE measure = 'VALUE'"))
                .isEqualTo("RISING");
        assertThat(lab.number("SELECT max(expected) FROM community_forecast WHERE measure = 'VALUE'"))
                .isCloseTo(30, within(0.5));
    }

    @Test
    void fewerThanSixFullWeeksGiveNoForecast() {
        series(1, 5, week -> strength(0.4 * Math.pow(0.9, week + 19)));
        series(2, 6, week -> strength(0.4 * Math.pow(0.9, week + 19)));
        forecast();
        assertThat(verdict(1)).isEqualTo("TOO_YOUNG");
        assertThat(verdict(2)).isNotEqualTo("TOO_YOUNG");
        assertThat(lab.number("SELECT count(*) FROM community_forecast WHERE community_no = 1"))
                .isZero();
    }

    @Test
    void theBackTestHidesTheLastFourWeeks() {
        // decays by 10 % a week to week -4, then stands still: the forecast errs by what it expected the fall to be
        series(1, 12, week -> strength(0.5 * Math.pow(0.9, Math.min(week, -4) + 12)));
        forecast();

        double last = strength(0.5 * Math.pow(0.9, 8));
        for (int ahead = 1; ahead <= 4; ahead++) {
            double error = strength(0.5 * Math.pow(0.9, 8 + ahead)) - last;
            assertThat(lab.number(backtest("bias", ahead))).isCloseTo(error, within(1e-7));
            assertThat(lab.number(backtest("mean_absolute_error", ahead))).isCloseTo(-error, within(1e-7));
            assertThat(lab.number(backtest("naive_mean_absolute_error", ahead))).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void anUncertainSlopeIsDrawnTowardsTheOthers() {
        for (int steady = 1; steady <= 6; steady++) {
            double start = 0.3 + 0.02 * steady;
            series(steady, 12, week -> strength(start * Math.pow(0.95, week + 12)));
        }
        series(7, 12, week -> strength(0.4 * Math.pow(0.8, week + 12) * (week % 2 == 0 ? 1.8 : 0.6)));
        forecast();
        double own = lab.number(fit("own_slope", 7));
        double pooled = lab.number(fit("pooled_slope", 7));
        assertThat(lab.number(fit("slope", 7))).isStrictlyBetween(own, pooled);
        assertThat(lab.number(fit("slope", 1))).isCloseTo(Math.log(0.95), within(1e-9));
    }

    @Test
    void theBandWidensAndHoldsTheExpectation() {
        series(1, 14, week -> strength(0.5 * Math.pow(0.93, week + 14) * (1 + 0.1 * Math.sin(week * 2.4))));
        series(2, 14, week -> strength(0.6 * Math.pow(0.95, week + 14) * (1 + 0.1 * Math.cos(week * 1.7))));
        forecast();
        assertThat(lab.number(
                        "SELECT count(*) FROM community_forecast WHERE NOT (low <= expected AND expected <= high)"))
                .isZero();
        assertThat(lab.number("""
                SELECT count(*) FROM (
                    SELECT ln(-ln(1 - low / 100)) - lag(ln(-ln(1 - low / 100))) OVER w
                         - (ln(-ln(1 - expected / 100)) - lag(ln(-ln(1 - expected / 100))) OVER w) AS step
                    FROM community_forecast WHERE measure = 'VALUE' WINDOW w AS (PARTITION BY community_no ORDER BY ahead))
                WHERE step > 1e-9""")).isZero();
    }

    private static double strength(double rate) {
        return 100 * (1 - Math.exp(-rate));
    }

    /** A community of constant size whose value follows a function of the week number, over so many full weeks after week 0. */
    private void series(int community, int fullWeeks, IntToDoubleFunction value) {
        for (int week = -fullWeeks; week <= 0; week++) {
            weeks.add(String.format(
                    Locale.ROOT,
                    "(%d, %d, DATE '2026-06-08' + 7 * %d, %d, true, 100, 100, 50, 0.5, CAST(%.17f AS DOUBLE))",
                    community,
                    week,
                    week,
                    week + fullWeeks,
                    value.applyAsDouble(week)));
        }
    }

    private void forecast() {
        lab.given("community_week", """
                SELECT *, 0 AS messages FROM (VALUES %s) AS t (community_no, week_no, week, age, complete, members, belonged,
                                             active_members, active_share, value)""".formatted(weeks));
        lab.make("community_outlook", "community_backtest");
    }

    private String verdict(int community) {
        return lab.text(
                "SELECT verdict FROM community_outlook WHERE measure = 'VALUE' AND community_no = " + community);
    }

    private static String fit(String column, int community) {
        return "SELECT " + column + " FROM community_fit WHERE measure = 'VALUE' AND origin = 0 AND community_no = "
                + community;
    }

    private static String backtest(String column, int ahead) {
        return "SELECT " + column + " FROM community_backtest WHERE measure = 'VALUE' AND ahead = " + ahead;
    }
}
