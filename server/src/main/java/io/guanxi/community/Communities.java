package io.guanxi.community;

import io.guanxi.community.figures.CommunityFigures;
import io.guanxi.community.figures.CommunityScore;
import io.guanxi.community.registry.CommunityRegistry;
import io.guanxi.community.registry.RegisteredCommunity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** What other modules may ask about communities: how the last scoring run found them. */
@Component
public class Communities {

    private final CommunityRegistry registry;
    private final CommunityFigures figures;

    Communities(CommunityRegistry registry, CommunityFigures figures) {
        this.registry = registry;
        this.figures = figures;
    }

    /**
     * How the brand's communities stand.
     *
     * @param communities how many there are, empty ones too
     * @param golden of them in their golden period
     * @param silver and in their silver period
     * @param rule what divides them
     * @param board the highest and the lowest by value, highest first
     */
    public record Board(int communities, int golden, int silver, Rule rule, List<Row> board) {}

    /**
     * What divides golden from silver.
     *
     * @param kind how the line is drawn
     * @param line per cent, or value
     * @param value the line of community value in the last run, or null
     */
    public record Rule(
            GoldenRule.Kind kind, double line, @Nullable Double value) {}

    /**
     * A community on the board.
     *
     * @param id its id
     * @param name its name
     * @param value its value
     * @param members who belong to it
     * @param highValueMembers of high value
     * @param stage its period
     * @param change of value in the last full week, or null
     */
    public record Row(
            String id,
            String name,
            double value,
            int members,
            int highValueMembers,
            CommunityStage stage,
            @Nullable Double change) {}

    /** {@return the day the figures are of; empty before the first run} */
    public Optional<LocalDate> asOf() {
        return figures.asOf();
    }

    /**
     * {@return who belongs to communities, as the last scoring run found them; without those in which it found nobody}
     *
     * @param keys the communities
     */
    public Map<String, RoaringBitmap> members(Collection<String> keys) {
        return figures.asOf().isPresent() ? figures.members(keys) : Map.of();
    }

    /**
     * {@return how communities stand}
     *
     * @param ends how many of the highest and of the lowest are listed; all, where there are not more than both
     */
    public Board board(int ends) {
        GoldenRule rule = registry.rule();
        boolean scored = figures.asOf().isPresent();
        List<CommunityScore> scores = scored ? figures.scores() : List.of();
        Map<String, String> names =
                registry.all().stream().collect(Collectors.toMap(RegisteredCommunity::key, RegisteredCommunity::name));
        List<Row> rows = new ArrayList<>();
        for (CommunityScore score : scores) {
            Double value = score.value();
            CommunityStage stage = score.stage();
            if (value != null && stage != null) {
                rows.add(new Row(
                        new CommunityId(score.community()).text(),
                        names.getOrDefault(score.community(), score.community()),
                        rounded(value),
                        score.members(),
                        score.highValueMembers(),
                        stage,
                        score.change() == null ? null : rounded(score.change())));
            }
        }
        rows.sort(Comparator.comparingDouble(Row::value).reversed().thenComparing(Row::id));
        Double line = scored ? figures.goldenLine() : null;
        return new Board(
                scores.size(),
                count(rows, CommunityStage.GOLDEN),
                count(rows, CommunityStage.SILVER),
                new Rule(rule.kind(), rule.line(), line == null ? null : rounded(line)),
                bothEnds(rows, ends));
    }

    private static List<Row> bothEnds(List<Row> rows, int ends) {
        if (rows.size() <= 2 * ends) {
            return rows;
        }
        List<Row> board = new ArrayList<>(rows.subList(0, ends));
        board.addAll(rows.subList(rows.size() - ends, rows.size()));
        return board;
    }

    private static int count(List<Row> rows, CommunityStage stage) {
        return Math.toIntExact(rows.stream().filter(row -> row.stage() == stage).count());
    }

    private static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }
}
