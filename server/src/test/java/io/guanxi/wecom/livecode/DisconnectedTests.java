package io.guanxi.wecom.livecode;

import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.testing.Waiting;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A brand that was connected to WeCom and is no longer. */
@ServerTest
class DisconnectedTests {

    @Autowired
    Caller caller;

    @Autowired
    JdbcClient postgres;

    @Test
    void theInboxKeepsNoEventsForIt() {
        postgres.sql("INSERT INTO inbox_consumer (consumer, position, moved_at) VALUES ('wecom', 0, now())")
                .update();
        Waiting.until(() -> {
            caller.withWriteKey(Caller.WRITE_KEY)
                    .post("/v1/track", "{\"userId\":\"disconnected\",\"event\":\"Checked In\"}");
            return postgres.sql("SELECT count(*) FROM inbox_consumer WHERE consumer = 'wecom'")
                            .query(Long.class)
                            .single()
                    == 0;
        });
    }
}
