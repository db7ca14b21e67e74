package io.guanxi.value.lifetime;

import io.guanxi.platform.Brand;
import io.guanxi.platform.Progress;
import io.guanxi.value.model.ValueModels;
import io.guanxi.value.scoring.Facts;
import io.guanxi.value.scoring.ModelBench;
import io.guanxi.value.scoring.Models;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** A mart that lacks our results gets them empty, made by the models themselves on no facts: a screen then finds nothing, not a fault. */
@Component
class EmptyLifetime implements InitializingBean {

    private final Facts facts;
    private final Brand brand;
    private final Clock clock;

    EmptyLifetime(Facts facts, Brand brand, Clock clock) {
        this.facts = facts;
        this.brand = brand;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        try (ModelBench bench =
                ModelBench.trial(facts.connect(), ValueModels.standard(), brand.dayOf(clock.instant()))) {
            List<String> there = bench.sql()
                    .sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'")
                    .query(String.class)
                    .list();
            if (there.containsAll(Models.OF_LIFETIME) && there.contains("lifetime_shown")) {
                return;
            }
            for (String table : List.of("member_day", "member", "event_name")) {
                bench.sql()
                        .sql("CREATE TEMP TABLE " + table + " AS SELECT * FROM main." + table + " LIMIT 0")
                        .update();
            }
            Progress progress = new Progress(clock);
            bench.make(List.of("lifetime_case"), progress, 0, 1);
            LifetimePrediction.lay(bench.sql(), null, null, bench.parameters()::number);
            bench.make(Models.OF_LIFETIME, progress, 0, 1);
            for (String result : Models.OF_LIFETIME) {
                bench.sql()
                        .sql("CREATE OR REPLACE TABLE main." + result + " AS SELECT * FROM temp." + result)
                        .update();
            }
            bench.publish();
        }
    }
}
