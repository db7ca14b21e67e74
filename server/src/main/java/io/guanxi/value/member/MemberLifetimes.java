package io.guanxi.value.member;

import io.guanxi.mart.Mart;
import io.guanxi.platform.SqlText;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The mart's table {@code member_lifetime}; only who has ordered has a row, and nobody before a model is fitted. */
@Component
public class MemberLifetimes {

    private final Mart mart;

    MemberLifetimes(Mart mart) {
        this.mart = mart;
    }

    /**
     * {@return what is to be expected of some members, by number}
     *
     * @param nos a page of numbers
     */
    public Map<Integer, MemberLifetime> of(Collection<Integer> nos) {
        Map<Integer, MemberLifetime> found = new HashMap<>();
        if (nos.isEmpty()) {
            return found;
        }
        mart.sql()
                .sql("""
                        SELECT member_no, p_alive, orders_30, orders_90, orders_365, order_value, spend_30, spend_90, spend_365
                        FROM member_lifetime WHERE\s""" + SqlText.among("member_no", "nos"))
                .param("nos", nos.toString())
                .query(row -> {
                    found.put(
                            row.getInt("member_no"),
                            new MemberLifetime(
                                    row.getDouble("p_alive"),
                                    row.getDouble("orders_30"),
                                    row.getDouble("orders_90"),
                                    row.getDouble("orders_365"),
                                    row.getBigDecimal("order_value"),
                                    row.getBigDecimal("spend_30"),
                                    row.getBigDecimal("spend_90"),
                                    row.getBigDecimal("spend_365")));
                });
        return found;
    }
}
