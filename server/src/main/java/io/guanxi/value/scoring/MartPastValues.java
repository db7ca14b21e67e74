package io.guanxi.value.scoring;

import io.guanxi.mart.Mart;
import io.guanxi.platform.Progress;
import io.guanxi.platform.SqlText;
import io.guanxi.value.PastValues;
import io.guanxi.value.ShownValueModel;
import io.guanxi.value.ValueModel;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Computes past values from the mart's roll-ups, as {@code member_history} does of one member. */
@Component
final class MartPastValues implements PastValues {

    private final Mart mart;
    private final ShownValueModel model;
    private final Clock clock;

    MartPastValues(Mart mart, ShownValueModel model, Clock clock) {
        this.mart = mart;
        this.model = model;
        this.clock = clock;
    }

    @Override
    public void write(Collection<LocalDate> days, Collection<String> without, Path file) {
        write(mart.connect(), model.get(), days, without, file, clock);
    }

    static void write(
            Connection connection,
            ValueModel model,
            Collection<LocalDate> days,
            Collection<String> without,
            Path file,
            Clock clock) {
        try (ModelBench bench = ModelBench.trial(connection, model, Collections.max(days))) {
            JdbcClient sql = bench.sql();
            sql.sql("CREATE TEMP TABLE worth_day (day DATE)").update();
            sql.sql("INSERT INTO worth_day SELECT DISTINCT CAST(day AS DATE) FROM (VALUES %s) AS asked (day)"
                            .formatted(marks(days)))
                    .params(days.stream().map(LocalDate::toString).toList())
                    .update();
            sql.sql("CREATE TEMP TABLE worth_without (event VARCHAR)").update();
            if (!without.isEmpty()) {
                sql.sql("INSERT INTO worth_without VALUES " + marks(without))
                        .params(List.copyOf(without))
                        .update();
            }
            bench.make(Models.OF_PAST_DAYS, new Progress(clock), 0, 1);
            sql.sql("COPY (SELECT member_no, day, value FROM member_worth) TO %s (FORMAT parquet)"
                            .formatted(SqlText.literal(file)))
                    .update();
        }
    }

    private static String marks(Collection<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "(?)"));
    }
}
