package io.guanxi.value.member;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose value has moved most, and why.
 *
 * @param asOf the last day, that of the last run; null before the first
 * @param since the day with whose end it is compared; null before the first run
 * @param up who rose most, the greatest rise first
 * @param down who fell most, the greatest fall first
 */
public record Movers(@Nullable LocalDate asOf, @Nullable LocalDate since, List<Mover> up, List<Mover> down) {

    /** Copies the lists. */
    public Movers {
        up = List.copyOf(up);
        down = List.copyOf(down);
    }

    /**
     * Somebody whose value moved.
     *
     * @param member the member as of now
     * @param before value at the end of the day it is compared with, two decimals; 0 for who was not there yet
     * @param change points of value since
     * @param dimensions change of the score of each dimension
     * @param reasons the events that made it move, the strongest first, at most four
     */
    public record Mover(
            MemberCard member, double before, double change, Map<String, Double> dimensions, List<Reason> reasons) {}

    /**
     * What one event did to the value.
     *
     * @param event its name
     * @param dimension the dimension it counts in
     * @param n occurrences since; 0 where only its past fades
     * @param amount money of these, or null
     * @param effect points of value; those of all events add up to the change
     */
    @Schema(name = "MoverReason")
    public record Reason(
            String event,
            String dimension,
            long n,
            @Nullable BigDecimal amount,
            double effect) {}
}
