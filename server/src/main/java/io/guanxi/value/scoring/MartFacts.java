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
        sql.sql("""
                        CREATE OR REPLACE TEMP TABLE member AS
                        SELECT m.member_no, s.day AS created_day, m.channel
                        FROM main.member AS m
                        JOIN (SELECT member_no, min(day) AS day FROM member_day_seen GROUP BY member_no) AS s
                            ON s.member_no = m.member_no
                        ORDER BY m.member_no""").update();
    }
}
