package io.guanxi.value.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever looks through a list that names people leaves a row, unless they are masked. */
@ServerTest
class ListAuditTests {

    @Autowired
    Caller caller;

    @Autowired
    JdbcClient postgres;

    @Test
    void aListInClearLeavesARowAndNoPersonalDataInIt() {
        new Tracking(caller, "list-audit").order("list-audit-ada", 3, 10);
        long before = last();

        get(caller, "/api/members?limit=1&q=list-audit-secret&stage=LOYALTY");
        get(caller, "/api/events/tail?limit=1");
        get(caller, "/api/events/tail?limit=1&after=0");
        get(caller, "/api/events/malformed?limit=1");

        assertThat(postgres.sql("SELECT action FROM audit WHERE id > ? ORDER BY id")
                        .param(before)
                        .query(String.class)
                        .list())
                .containsExactly("members.viewed", "events.viewed", "events.refused-viewed");
        assertThat(postgres.sql("SELECT detail ->> 'askedBy' FROM audit WHERE id > ? AND action = 'members.viewed'")
                        .param(before)
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("[\"q\", \"stage\"]"));
    }

    @Test
    void aMaskedListLeavesNone() {
        Answer made = caller.post("/api/keys", "{\"kind\":\"API\",\"name\":\"list-audit\",\"role\":\"ANALYST\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        Caller analyst = caller.withApiKey(made.json().path("secret").asString());
        long before = last();

        get(analyst, "/api/members?limit=1");

        assertThat(postgres.sql("SELECT count(*) FROM audit WHERE id > ? AND action = 'members.viewed'")
                        .param(before)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static void get(Caller who, String path) {
        Answer answer = who.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private long last() {
        return postgres.sql("SELECT coalesce(max(id), 0) FROM audit")
                .query(Long.class)
                .single();
    }
}
