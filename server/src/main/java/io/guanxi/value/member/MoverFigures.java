package io.guanxi.value.member;

import io.guanxi.mart.Mart;
import io.guanxi.value.Dimension;
import io.guanxi.value.member.Movers.Mover;
import io.guanxi.value.member.Movers.Reason;
import io.guanxi.value.scoring.ModelParameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The tables {@code mover} and {@code mover_reason} which a run leaves in the mart: some hundred rows. */
@Component
public class MoverFigures {

    /** So many are kept of either kind. */
    public static final int MOST = 50;

    private static final int REASONS = 4;

    private static final String MOVED = """
            SELECT m.*, m.value - m.value_before AS change FROM mover AS m
            WHERE CASE WHEN :up THEN m.value > m.value_before ELSE m.value < m.value_before END
            ORDER BY abs(m.value - m.value_before) DESC, m.member_no LIMIT :most
            """;
    private static final String WHY = """
            SELECT member_no, event, dimension, n, amount, effect FROM mover_reason
            WHERE member_no IN (:numbers)
            QUALIFY row_number() OVER (PARTITION BY member_no ORDER BY abs(effect) DESC, event) <= :reasons
            ORDER BY member_no, abs(effect) DESC, event
            """;

    private final Mart mart;
    private final MemberScores scores;
    private final MemberCards cards;

    MoverFigures(Mart mart, MemberScores scores, MemberCards cards) {
        this.mart = mart;
        this.scores = scores;
        this.cards = cards;
    }

    private record Moved(int no, double before, double change, Map<String, Double> dimensions) {}

    private record Because(int no, Reason reason) {}

    /**
     * {@return whose value has moved most}
     *
     * @param most how many of either kind, at most {@value #MOST}
     */
    public Movers of(int most) {
        LocalDate asOf = mart.sql()
                .sql("SELECT as_of FROM score_run")
                .query(LocalDate.class)
                .optional()
                .orElse(null);
        return asOf == null
                ? new Movers(null, null, List.of(), List.of())
                : new Movers(asOf, asOf.minusDays(ModelParameters.MOVER_DAYS), moved(true, most), moved(false, most));
    }

    private List<Mover> moved(boolean up, int most) {
        List<Moved> moved = mart.sql()
                .sql(MOVED)
                .param("up", up)
                .param("most", most)
                .query((row, i) -> moved(row))
                .list();
        if (moved.isEmpty()) {
            return List.of();
        }
        List<Integer> numbers = moved.stream().map(Moved::no).toList();
        Map<Integer, MemberCard> known =
                cards.of(scores.of(numbers)).stream().collect(Collectors.toMap(MemberCard::no, card -> card));
        Map<Integer, List<Reason>> reasons = mart
                .sql()
                .sql(WHY)
                .param("numbers", numbers)
                .param("reasons", REASONS)
                .query((row, i) -> because(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Because::no, Collectors.mapping(Because::reason, Collectors.toList())));
        return moved.stream()
                .filter(it -> known.containsKey(it.no()))
                .map(it -> new Mover(
                        known.get(it.no()),
                        it.before(),
                        it.change(),
                        it.dimensions(),
                        reasons.getOrDefault(it.no(), List.of())))
                .toList();
    }

    private static Moved moved(ResultSet row) throws SQLException {
        Map<String, Double> dimensions = new LinkedHashMap<>();
        for (Dimension dimension : Dimension.values()) {
            String key = dimension.key();
            dimensions.put(key, rounded(row.getDouble(key) - row.getDouble(key + "_before")));
        }
        return new Moved(
                row.getInt("member_no"),
                rounded(row.getDouble("value_before")),
                rounded(row.getDouble("change")),
                dimensions);
    }

    private static Because because(ResultSet row) throws SQLException {
        return new Because(
                row.getInt("member_no"),
                new Reason(
                        row.getString("event"),
                        Dimension.values()[row.getInt("dimension") - 1].key(),
                        row.getLong("n"),
                        row.getBigDecimal("amount"),
                        rounded(row.getDouble("effect"))));
    }

    private static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }
}
