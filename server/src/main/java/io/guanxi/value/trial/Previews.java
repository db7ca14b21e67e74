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
    private volatile @Nullable Outlook known;

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
        Sample.Kept of = sample.kept();
        Outlook before = known;
        if (before == null || !before.isOf(of, inForce, chosen)) {
            before = look(of, inForce, asOf, chosen);
            known = before;
        }
        Outlook after = edited.equals(inForce) ? before : look(of, edited, asOf, chosen);
        return new Preview(
                asOf,
                before.members(),
                of.every(),
                before.distribution(),
                after.distribution(),
                examples(before.standings(), after.standings(), Set.copyOf(chosen)));
    }

    /** What a model makes of the sample. That of the model in force is kept: it stays the same while another is edited. */
    private record Outlook(
            Sample.Kept of,
            ValueModel model,
            List<Integer> chosen,
            long members,
            Preview.Distribution distribution,
            Map<Integer, Standing> standings) {

        boolean isOf(Sample.Kept sample, ValueModel by, List<Integer> members) {
            return of.equals(sample) && model.equals(by) && chosen.equals(members);
        }
    }

    private Outlook look(Sample.Kept of, ValueModel model, LocalDate asOf, List<Integer> chosen) {
        try (ModelBench bench = sample.bench(model, asOf, chosen)) {
            Map<Integer, Standing> standings = score(bench, chosen);
            long members = bench.sql()
                    .sql("SELECT count(*) FROM member_score")
                    .query(Long.class)
                    .single();
            return new Outlook(of, model, chosen, members, distribution(bench.sql()), standings);
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
                .query(Standing.class)
                .list()
                .forEach(standing -> standings.put(standing.no(), standing));
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
