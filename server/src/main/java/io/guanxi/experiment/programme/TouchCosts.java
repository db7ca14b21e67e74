package io.guanxi.experiment.programme;

import io.guanxi.access.Audit;
import io.guanxi.platform.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a message on a channel costs, in the brand's currency: the table {@code experiment_touch_cost}. */
@Component
public class TouchCosts {

    private static final BigDecimal MOST = new BigDecimal("1000000");
    private static final int CENTS_OF_CENTS = 4;

    private final JdbcClient postgres;
    private final Audit audit;

    TouchCosts(JdbcClient postgres, Audit audit) {
        this.postgres = postgres;
        this.audit = audit;
    }

    /** {@return the cost of a message by channel, of the channels whose cost was said} */
    public Map<String, BigDecimal> all() {
        Map<String, BigDecimal> costs = new TreeMap<>();
        postgres.sql("SELECT channel, cost FROM experiment_touch_cost").query(row -> {
            costs.put(row.getString(1), row.getBigDecimal(2));
        });
        return costs;
    }

    /**
     * Says what a message costs.
     *
     * @param channel its name
     * @param cost of one message, with at most four digits after the point, or null where it is not known any more
     */
    @Transactional
    public void set(String channel, @Nullable BigDecimal cost) {
        if (channel.isBlank() || channel.length() > 100 || channel.indexOf(0) >= 0) {
            throw Problem.badRequest("experiment.channel-invalid", "A channel's name has 1 to 100 characters.");
        }
        if (cost == null) {
            postgres.sql("DELETE FROM experiment_touch_cost WHERE channel = ?")
                    .param(channel)
                    .update();
        } else {
            if (cost.signum() < 0 || cost.compareTo(MOST) > 0) {
                throw Problem.badRequest("experiment.cost-invalid", "A message costs 0 to 1,000,000.");
            }
            postgres.sql("""
                            INSERT INTO experiment_touch_cost (channel, cost) VALUES (?, ?)
                            ON CONFLICT (channel) DO UPDATE SET cost = excluded.cost""")
                    .params(channel, cost.setScale(CENTS_OF_CENTS, RoundingMode.HALF_UP))
                    .update();
        }
        audit.record("touch-cost.changed", "channel:" + channel, Map.of());
    }

    /** {@return the cost of messages, or null where no channel's cost is known} */
    static @Nullable BigDecimal of(Map<String, Long> messages, Map<String, BigDecimal> costs) {
        BigDecimal sum = null;
        for (Map.Entry<String, Long> sent : messages.entrySet()) {
            BigDecimal cost = costs.get(sent.getKey());
            if (cost != null) {
                BigDecimal more = cost.multiply(BigDecimal.valueOf(sent.getValue()));
                sum = sum == null ? more : sum.add(more);
            }
        }
        return sum == null ? null : sum.setScale(2, RoundingMode.HALF_UP);
    }
}
