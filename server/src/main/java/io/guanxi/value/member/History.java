package io.guanxi.value.member;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member was worth, and where they stood, week by week.
 *
 * @param no number
 * @param asOf the last day, that of the last run
 * @param modelVersion version of the value model by which all of it is judged, also the past
 * @param points a week apart, oldest first; the last is that of {@code asOf}; none before the member joined
 * @param changes every change of stage or layer in the time of the points, oldest first
 */
public record History(int no, LocalDate asOf, int modelVersion, List<Point> points, List<Change> changes) {

    /** Copies the lists. */
    public History {
        points = List.copyOf(points);
        changes = List.copyOf(changes);
    }

    /**
     * The end of a day.
     *
     * @param day the brand's day
     * @param value 0 to 100
     * @param consumption 0 to 100
     * @param content 0 to 100
     * @param interaction 0 to 100
     * @param social 0 to 100
     * @param stage AIPL stage
     * @param layer relationship layer
     */
    @Schema(name = "HistoryPoint")
    public record Point(
            LocalDate day,
            double value,
            double consumption,
            double content,
            double interaction,
            double social,
            String stage,
            String layer) {}

    /** What changed. */
    public enum Kind {
        /** The AIPL stage. */
        STAGE,
        /** The relationship layer. */
        LAYER
    }

    /**
     * A member stood elsewhere at the end of a day than at the end of the day before.
     *
     * @param day the day
     * @param kind of what
     * @param from where before; null on the day of joining
     * @param to where since
     */
    @Schema(name = "StandingChange")
    public record Change(LocalDate day, Kind kind, @Nullable String from, String to) {}
}
