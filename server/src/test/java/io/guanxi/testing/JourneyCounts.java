package io.guanxi.testing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether what journeys count agrees with who stands where. */
public final class JourneyCounts {

    private JourneyCounts() {}

    /**
     * {@return nodes whose counts do not agree with who stands there, in words}
     *
     * @param postgres the brand's database
     */
    public static List<String> wrong(JdbcClient postgres) {
        return postgres.sql("""
                        SELECT format('%s: %s arrived, %s left, %s there', n.id, c.arrived, c.gone, s.standing)
                        FROM journey_node n
                        CROSS JOIN LATERAL (
                            SELECT coalesce(sum(n) FILTER (WHERE outcome = 'arrived'), 0) AS arrived,
                                   coalesce(sum(n) FILTER (WHERE outcome NOT IN ('arrived', 'entered', 'converted')), 0) AS gone
                            FROM journey_count WHERE node = n.id) c
                        CROSS JOIN LATERAL (
                            SELECT count(*) AS standing FROM journey_instance i WHERE i.node = n.id AND i.ended = 0) s
                        WHERE c.arrived - c.gone <> s.standing""").query(String.class).list();
    }
}
