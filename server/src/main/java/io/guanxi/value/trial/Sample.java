package io.guanxi.value.trial;

import io.guanxi.mart.Mart;
import io.guanxi.platform.Brand;
import io.guanxi.value.ScoringRun;
import io.guanxi.value.ScoringRuns;
import io.guanxi.value.ValueModel;
import io.guanxi.value.scoring.ModelBench;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Benches that see every k-th member only, so that trying a model out takes seconds on a brand of any size. */
@Component
class Sample {

    private static final int MOST_MEMBERS = 200_000;

    private final Mart mart;
    private final ScoringRuns runs;
    private final Brand brand;
    private final Clock clock;

    Sample(Mart mart, ScoringRuns runs, Brand brand, Clock clock) {
        this.mart = mart;
        this.runs = runs;
        this.brand = brand;
        this.clock = clock;
    }

    /** {@return the last run's day, or today before the first} */
    LocalDate asOf() {
        return runs.latestDone().map(ScoringRun::asOf).orElseGet(() -> brand.dayOf(clock.instant()));
    }

    /** {@return k, so that every k-th member is at most a few hundred thousand} */
    int every() {
        long members =
                mart.sql().sql("SELECT count(*) FROM member").query(Long.class).single();
        return (int) (members / MOST_MEMBERS) + 1;
    }

    ModelBench bench(ValueModel model, LocalDate asOf, int every, Collection<Integer> besides) {
        ModelBench bench = ModelBench.trial(mart.connect(), model, asOf);
        if (every > 1) {
            restrict(bench.sql(), every, besides);
        }
        return bench;
    }

    private static void restrict(JdbcClient sql, int every, Collection<Integer> besides) {
        sql.sql("CREATE TEMP TABLE sampled AS SELECT member_no FROM main.member WHERE member_no % ? = 0")
                .param(every)
                .update();
        besides.forEach(
                no -> sql.sql("INSERT INTO sampled SELECT ? WHERE NOT EXISTS (FROM sampled WHERE member_no = ?)")
                        .params(no, no)
                        .update());
        for (String table : new String[] {"member", "member_day"}) {
            sql.sql("CREATE TEMP VIEW %s AS SELECT * FROM main.%s SEMI JOIN sampled USING (member_no)"
                            .formatted(table, table))
                    .update();
        }
    }
}
