package io.guanxi.value.trial;

import io.guanxi.identity.ErasedPart;
import io.guanxi.identity.Person;
import io.guanxi.identity.PersonalData;
import io.guanxi.mart.Mart;
import io.guanxi.platform.Brand;
import io.guanxi.platform.Problem;
import io.guanxi.platform.SqlText;
import io.guanxi.value.ScoringRun;
import io.guanxi.value.ScoringRuns;
import io.guanxi.value.ValueModel;
import io.guanxi.value.scoring.ModelBench;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Benches that see one of k members only, so that a change of the model shows while it is typed, on a brand of any size. What the
 * sampled members did is kept in memory beside the mart, some 30 bytes a row of {@code member_day}.
 */
@Component
class Sample implements PersonalData {

    private static final int MOST_MEMBERS = 10_000;
    private static final List<String> FACTS = List.of("member", "member_day");

    private final Mart mart;
    private final ScoringRuns runs;
    private final Brand brand;
    private final Clock clock;
    private final String store;
    private final int mostMembers;
    private long number;
    private @Nullable Kept kept;

    /**
     * A sample.
     *
     * @param number tells it from any other
     * @param run after which it was taken; null before the first
     * @param every it holds one of so many members
     */
    record Kept(long number, @Nullable Long run, int every) {}

    @Autowired
    Sample(Mart mart, ScoringRuns runs, Brand brand, Clock clock) {
        this(mart, runs, brand, clock, "sample", MOST_MEMBERS);
    }

    Sample(Mart mart, ScoringRuns runs, Brand brand, Clock clock, String store, int mostMembers) {
        this.mart = mart;
        this.runs = runs;
        this.brand = brand;
        this.clock = clock;
        this.store = store;
        this.mostMembers = mostMembers;
    }

    /** {@return the last run's day, or today before the first} */
    LocalDate asOf() {
        return runs.latestDone().map(ScoringRun::asOf).orElseGet(() -> brand.dayOf(clock.instant()));
    }

    /**
     * {@return k, so that one of k members is ten thousand at most}
     *
     * @param run the last one done
     */
    private int every(@Nullable ScoringRun run) {
        long members =
                mart.sql().sql("SELECT count(*) FROM member").query(Long.class).single();
        Long scored = run == null ? null : run.members();
        if (members == 0 && scored != null && scored > 0) {
            throw Problem.conflict(
                    "value-model.mart-empty",
                    "What members did is being derived anew since the server was started; try again in a minute.");
        }
        return (int) Math.max(1, Math.ceilDiv(members, mostMembers));
    }

    /**
     * {@return the sample as it is kept now: taken anew after each run, and each time before the first}
     *
     * @throws Problem where the mart was lost and has not been filled again: a sample of nobody would say that the brand has nobody
     */
    synchronized Kept kept() {
        ScoringRun last = runs.latestDone().orElse(null);
        Long run = last == null ? null : last.id();
        int every = every(last);
        Kept known = kept;
        if (known == null || run == null || !run.equals(known.run()) || every != known.every()) {
            JdbcClient sql = mart.sql();
            sql.sql("ATTACH IF NOT EXISTS ':memory:' AS " + store).update();
            for (String table : FACTS) {
                sql.sql("CREATE OR REPLACE TABLE %1$s.main.%2$s AS FROM %2$s WHERE %3$s"
                                .formatted(store, table, sampled(every)))
                        .update();
            }
            known = new Kept(number++, run, every);
            kept = known;
        }
        return known;
    }

    /** {@return the condition that a member is one of those that stand for all}. Numbers tell when somebody came, so they are mixed. */
    static String sampled(int every) {
        return "hash(member_no) % " + every + " = 0";
    }

    /**
     * {@return a bench of the sample and some others}
     *
     * @param model the value model
     * @param asOf the last day that counts
     * @param besides members that are scored as well
     */
    ModelBench bench(ValueModel model, LocalDate asOf, Collection<Integer> besides) {
        ModelBench bench = ModelBench.trial(mart.connect(), model, asOf);
        restrict(bench.sql(), besides);
        return bench;
    }

    /** The mart is named: a temporary view hides the mart's table of its name even where a schema is given, and would be its own source. */
    private void restrict(JdbcClient sql, Collection<Integer> besides) {
        String mart = sql.sql("SELECT '\"' || replace(current_database(), '\"', '\"\"') || '\"'")
                .query(String.class)
                .single();
        for (String table : FACTS) {
            String own = store + ".main." + table;
            if (besides.isEmpty()) {
                sql.sql("CREATE TEMP VIEW " + table + " AS FROM " + own).update();
            } else {
                sql.sql("""
                                CREATE TEMP TABLE %1$s_besides AS
                                FROM %2$s.main.%1$s WHERE %3$s AND member_no NOT IN (SELECT member_no FROM %4$s.main.member)""".formatted(table, mart, SqlText.among("member_no", "besides"), store))
                        .param("besides", besides.toString())
                        .update();
                sql.sql("CREATE TEMP VIEW %1$s AS FROM %2$s UNION ALL FROM %1$s_besides".formatted(table, own))
                        .update();
            }
        }
    }

    @Override
    public String name() {
        return "modelTrial";
    }

    @Override
    public Stage stage() {
        return Stage.DERIVED;
    }

    @Override
    public synchronized Object export(Person person) {
        return kept == null
                ? List.of()
                : mart.sql()
                        .sql("SELECT * FROM " + store + ".main.member_day WHERE member_no IN (:numbers)")
                        .param("numbers", person.numbers())
                        .query()
                        .listOfRows();
    }

    @Override
    public synchronized ErasedPart erase(Person person) {
        long rows = 0;
        if (kept != null) {
            for (String table : FACTS) {
                rows += mart.sql()
                        .sql("DELETE FROM " + store + ".main." + table + " WHERE member_no IN (:numbers)")
                        .param("numbers", person.numbers())
                        .update();
            }
            kept = null;
        }
        return new ErasedPart("sample for trying out the value model", rows, List.of());
    }
}
