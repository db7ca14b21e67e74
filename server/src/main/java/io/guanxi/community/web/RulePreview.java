package io.guanxi.community.web;

import io.guanxi.community.CommunityStage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would divide, on the values of the last run.
 *
 * @param asOf the run's day, or null before the first run
 * @param value the line of community value it would draw, or null while there is no community
 * @param golden how many would be golden
 * @param silver how many would be silver
 * @param asleep how many had a smaller share of active members in the last full week than its activity line
 * @param toSilver how many are golden and would be silver
 * @param toGolden how many are silver and would be golden
 * @param moves these communities, the highest value first, at most {@value #MOST}
 */
record RulePreview(
        @Nullable LocalDate asOf,
        @Nullable Double value,
        int golden,
        int silver,
        int asleep,
        int toSilver,
        int toGolden,
        List<RuleMove> moves) {

    static final int MOST = 50;

    /** A community whose period would be another one: what it would be. */
    record RuleMove(String id, String name, double value, CommunityStage stage) {}
}
