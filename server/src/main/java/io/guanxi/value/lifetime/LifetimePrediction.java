package io.guanxi.value.lifetime;

import io.guanxi.value.lifetime.estimate.SpendModel;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lays what {@code member_lifetime} reads besides the buyers: the model as a table and the parameters of spend. */
final class LifetimePrediction {

    private static final Map<String, Double> NO_SPEND =
            Map.of("spend_known", 0.0, "spend_p", 0.0, "spend_q", 0.0, "spend_v", 0.0);

    private LifetimePrediction() {}

    static void lay(
            JdbcClient sql,
            @Nullable FoundLifetime found,
            @Nullable Integer version,
            BiConsumer<String, Double> parameter) {
        LifetimePoints.lay(sql, found == null ? null : found.orders().model(), "lifetime_case", LifetimePoints.AHEAD);
        spend(found).forEach(parameter);
        sql.sql("""
                        CREATE OR REPLACE TABLE main.lifetime_shown AS
                        SELECT CAST(? AS INTEGER) AS version WHERE CAST(? AS INTEGER) IS NOT NULL""").param(version).param(version).update();
    }

    private static Map<String, Double> spend(@Nullable FoundLifetime found) {
        if (found == null || found.spend() == null) {
            return NO_SPEND;
        }
        SpendModel model = found.spend().model();
        return Map.of("spend_known", 1.0, "spend_p", model.p(), "spend_q", model.q(), "spend_v", model.v());
    }
}
