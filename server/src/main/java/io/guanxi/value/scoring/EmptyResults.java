package io.guanxi.value.scoring;

import io.guanxi.platform.Brand;
import io.guanxi.platform.Progress;
import io.guanxi.value.model.ValueModels;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A mart that is new, or older than one of our results, gets all results empty, by the models themselves on no facts. So a
 * screen finds nothing before the first run, instead of a fault.
 */
@Component
class EmptyResults implements InitializingBean {

    private final Facts facts;
    private final Brand brand;
    private final Clock clock;
    private boolean made;

    EmptyResults(Facts facts, Brand brand, Clock clock) {
        this.facts = facts;
        this.brand = brand;
        this.clock = clock;
    }

    /** {@return whether the results had to be made empty at this start} */
    boolean made() {
        return made;
    }

    @Override
    public void afterPropertiesSet() {
        try (ModelBench bench = ModelBench.on(facts.connect(), ValueModels.standard(), brand.dayOf(clock.instant()))) {
            GroundTables ground = new GroundTables(bench.sql());
            boolean complete = complete(bench.sql());
            if (!complete) {
                makeEmpty(bench);
            }
            if (!complete || !ground.laid()) {
                ground.follow();
                bench.publish();
            }
        }
    }

    private void makeEmpty(ModelBench bench) {
        for (String table : List.of("member_day", "member", "event_name")) {
            bench.sql()
                    .sql("CREATE TEMP TABLE " + table + " AS SELECT * FROM main." + table + " LIMIT 0")
                    .update();
        }
        bench.make(Models.RESULTS, new Progress(clock), 0, 1);
        bench.sql().sql("""
                    CREATE OR REPLACE TABLE main.score_run
                        (run_id BIGINT, as_of DATE, late_data VARCHAR, model_version INTEGER)""").update();
        made = true;
    }

    private static boolean complete(JdbcClient sql) {
        List<String> there = sql.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'")
                .query(String.class)
                .list();
        return there.contains("score_run")
                && ModelOrder.of(Models.RESULTS).stream()
                        .filter(model -> model.kept() == SqlModel.Kept.MART)
                        .allMatch(model -> there.contains(model.name()));
    }
}
