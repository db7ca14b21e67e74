package io.guanxi.community.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.guanxi.community.figures.CommunityWeek;
import io.guanxi.community.figures.ForecastError;
import io.guanxi.community.figures.ForecastPoint;
import io.guanxi.community.figures.LifePoint;
import io.guanxi.community.figures.Outlook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One community in full; empty lists and no period where no run knows it. */
record CommunityReport(
        @JsonUnwrapped CommunitySummary summary,
        RuleInForce rule,
        @Nullable PeriodReason period,
        List<CommunityWeek> weeks,
        List<LifePoint> lifeCurve,
        List<Forecast> forecasts,
        List<ForecastError> errors,
        List<Contributor> contributors,
        CarriedBy carriedBy) {

    /** An outlook in figures and words, with the weeks it rests on. */
    record Forecast(@JsonUnwrapped Outlook outlook, String words, List<Point> points) {

        record Point(LocalDate week, int ahead, double expected, double low, double high) {}

        static Forecast of(Outlook outlook, List<ForecastPoint> points) {
            return new Forecast(
                    outlook,
                    OutlookWords.of(outlook),
                    points.stream()
                            .filter(point -> point.measure().equals(outlook.measure()))
                            .map(it -> new Point(it.week(), it.ahead(), it.expected(), it.low(), it.high()))
                            .toList());
        }
    }

    /** Somebody who did much in it these four weeks; {@code share} of all contributions. */
    record Contributor(
            int no,
            @Nullable String name,
            double value,
            long messages,
            long content,
            long orders,
            BigDecimal spend,
            double share,
            LocalDate since,
            boolean member) {}

    /** The fewest members who made half of four weeks' contributions, and which share of the members they are. */
    record CarriedBy(int members, double share) {}
}
