package io.guanxi.value.scoring;

import io.guanxi.mart.Mart;
import java.sql.Connection;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The facts of the brand's mart. */
@Component
record MartFacts(Mart mart) implements Facts {

    @Override
    public void settle() {
        mart.settle();
    }

    @Override
    public Connection connect() {
        return mart.connect();
    }

    @Override
    public void asSeenOn(JdbcClient sql, LocalDate day) {
        mart.rollUpAsSeenOn(sql, day);
        sql.sql("CREATE OR REPLACE TEMP VIEW member_day AS SELECT * FROM member_day_seen")
                .update();
        sql.sql("CREATE OR REPLACE TEMP VIEW community_day AS SELECT * FROM community_day_seen")
                .update();
    }
}
