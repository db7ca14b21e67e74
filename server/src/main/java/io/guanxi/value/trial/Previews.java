package io.guanxi.value.trial;

import io.guanxi.platform.Progress;
import io.guanxi.value.ValueModel;
import io.guanxi.value.scoring.ModelBench;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Scores a sample by two models and compares; nothing is written. */
@Component
public class Previews {

    private static final int EXAMPLES = 10;
    private static final int BINS = 20;

    private final Sample sample;
    private final Clock clock;

    Previews(Sample sample, Clock clock) {
        this.sample = sample;
        this.clock = clock;
    }

    /**
     * {@return what the edited model would change}
     *
     * @param inForce the model in force
     * @param edited the other
     * @param chosen members to show; empty for those who change most
     */
    public Preview compare(ValueModel inForce, ValueModel edited, List<Integer> chosen) {
        LocalDate asOf = sample.asOf();
        int every = sample.every();
        try (ModelBench before = sample.bench(inForce, asOf, every, chosen);
                ModelBench after = sample.bench(edited, asOf, every, chosen)) {
            Map<Integer, Standing> was = score(before, chosen);
            Map<Integer, Standing> becomes = score(after, chosen);
            return new Preview(
                    asOf,
                    before.sql()
                            .sql("SELECT count(*) FROM member_score")
                            .query(Long.class)
                            .single(),
                    every,
                    distribution(before.sql()),
                    distribution(after.sql()),
                    examples(was, becomes, Set.copyOf(chosen)));
        }
    }

    private record Standing(int no, double value, String level) {}

    private Map<Integer, Standing> score(ModelBench bench, List<Integer> chosen) {
        bench.make(List.of("member_class", "value_bin"), new Progress(clock), 0, 1);
        Map<Integer, Standing> standings = new HashMap<>();
        String which = chosen.isEmpty() ? "" : " WHERE member_no IN (:chosen)";
        JdbcClient.StatementSpec select =
                bench.sql().sql("SELECT member_no AS no, value, level FROM member_score" + which);
        (chosen.isEmpty() ? select : select.param("chosen", chosen))
                .query(Standing.class).stream().forEach(standing -> standings.put(standing.no(), standing));
        return standings;
    }

    private static List<Preview.Example> examples(
            Map<Integer, Standing> was, Map<Integer, Standing> becomes, Set<Integer> chosen) {
        return was.values().stream()
                .filter(before -> becomes.containsKey(before.no()))
                .map(before -> example(before, becomes.get(before.no())))
                .filter(example -> example != null && (chosen.isEmpty() || chosen.contains(example.no())))
                .map(java.util.Objects::requireNonNull)
                .sorted(Comparator.comparingDouble(
                                (Preview.Example example) -> -Math.abs(example.after() - example.before()))
                        .thenComparing(Preview.Example::no))
                .limit(EXAMPLES)
                .toList();
    }

    private static Preview.@Nullable Example example(Standing before, @Nullable Standing after) {
        return after == null
                ? null
                : new Preview.Example(before.no(), before.value(), after.value(), before.level(), after.level());
    }

    private static Preview.Distribution distribution(JdbcClient sql) {
        Long[] bins = new Long[BINS];
        Arrays.fill(bins, 0L);
        sql.sql("SELECT bin, members FROM value_bin").query(row -> {
            bins[row.getInt("bin")] = row.getLong("members");
        });
        record Middle(long highValue, double meanValue, double medianValue) {}
        Middle middle = sql.sql("""
                        SELECT count(*) FILTER (WHERE high_value) AS high_value,
                               CAST(coalesce(round(avg(value), 2), 0) AS DOUBLE) AS mean_value,
                               CAST(coalesce(round(median(value), 2), 0) AS DOUBLE) AS median_value
                        FROM member_score""").query(Middle.class).single();
        return new Preview.Distribution(
                List.of(bins),
                counts(sql, "level"),
                counts(sql, "stage"),
                counts(sql, "layer"),
                middle.highValue(),
                middle.meanValue(),
                middle.medianValue());
    }

    private static Map<String, Long> counts(JdbcClient sql, String column) {
        Map<String, Long> counts = new LinkedHashMap<>();
        sql.sql("SELECT " + column + " AS name, CAST(sum(members) AS BIGINT) AS members FROM member_class"
                        + " GROUP BY 1 ORDER BY 1")
                .query(row -> {
                    counts.put(row.getString("name"), row.getLong("members"));
                });
        return counts;
    }
}
