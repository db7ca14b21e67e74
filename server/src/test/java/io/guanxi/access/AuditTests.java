package io.guanxi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The trail says who did or saw what, and nobody can change it. */
@ServerTest
class AuditTests {

    @Autowired
    Caller caller;

    @Autowired
    Audit audit;

    @Autowired
    AuditRetention retention;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aChangeIsRecordedWithWhoAndWhere() {
        long key = caller.post("/api/keys", "{\"kind\":\"API\",\"name\":\"audited\",\"role\":\"GUIDE\"}")
                .json()
                .at("/key/id")
                .asLong();

        JsonNode entry = caller.get("/api/audit?subject=key:" + key).json().at("/items/0");

        assertThat(entry.path("action").asString()).isEqualTo("key.created");
        assertThat(entry.path("actorKind").asString()).isEqualTo("KEY");
        assertThat(entry.path("actor").asString()).isEqualTo("environment");
        assertThat(entry.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(entry.at("/detail/right/role").asString()).isEqualTo("GUIDE");
    }

    @Test
    void aViewIsOneRow() {
        audit.viewed("member:700001");

        JsonNode items = caller.get("/api/audit?subject=member:700001").json().path("items");

        assertThat(items.size()).isEqualTo(1);
        assertThat(items.at("/0/action").asString()).isEqualTo("member.viewed");
        assertThat(items.at("/0/actor").asString()).isEqualTo("system");
    }

    @Test
    void pagesFollowEachOtherNewestFirst() {
        for (int i = 1; i <= 5; i++) {
            audit.record("page.tested", "page:1", Map.of("n", i));
        }

        JsonNode first = caller.get("/api/audit?action=page.tested&limit=2").json();
        JsonNode second = caller.get("/api/audit?action=page.tested&limit=3&cursor="
                        + first.path("next").asString())
                .json();

        assertThat(first.at("/items/0/detail/n").asInt()).isEqualTo(5);
        assertThat(first.at("/items/1/detail/n").asInt()).isEqualTo(4);
        assertThat(second.at("/items/0/detail/n").asInt()).isEqualTo(3);
        assertThat(second.at("/items/2/detail/n").asInt()).isEqualTo(1);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void theFileHoldsEveryRowOfTheFilterAndIsItselfRecorded() {
        jdbc.sql("""
                        INSERT INTO audit (at, actor_kind, actor, address, action, subject, detail)
                        SELECT now(), 'SYSTEM', '=system', '', 'file.tested', 'file:' || n, '{"n": 1}'
                        FROM generate_series(1, 2001) n
                        """).update();

        Answer file = caller.get("/api/audit/export?action=file.tested&head=en");

        assertThat(file.header("Content-Disposition")).contains("audit.csv");
        String[] lines = file.text().split("\r\n");
        assertThat(lines).as("more than two pages of it are read").hasSize(2002);
        assertThat(lines[0]).isEqualTo("\uFEFFTime (UTC),Kind of actor,Actor,Action,Subject,Detail,Address");
        assertThat(lines[1]).contains(",SYSTEM,'=system,file.tested,file:2001,\"{\"\"n\"\": 1}\",");
        assertThat(lines[2001]).contains(",file:1,");
        JsonNode trail = caller.get("/api/audit?subject=audit:0&limit=2").json().path("items");
        assertThat(trail.at("/0/action").asString()).isEqualTo("audit.export-ended");
        assertThat(trail.at("/0/detail/rows").asInt()).isEqualTo(2001);
        assertThat(trail.at("/0/detail/whole").asBoolean()).isTrue();
        assertThat(trail.at("/1/action").asString()).isEqualTo("audit.exported");
        assertThat(trail.at("/1/detail/action").asString()).isEqualTo("file.tested");
        assertThat(trail.at("/1/detail").size()).isEqualTo(1);
    }

    @Test
    void aCursorOfSomethingElseIsRefused() {
        assertThat(caller.get("/api/audit?cursor=abc").code()).isEqualTo("request.cursor");
    }

    @Test
    void nobodyChangesTheTrail() {
        audit.record("trail.tested", "trail:1", Map.of());

        assertThatThrownBy(() -> jdbc.sql("DELETE FROM audit").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("UPDATE audit SET actor = 'someone'").update())
                .hasMessageContaining("append-only");
    }

    @Test
    void whatIsOlderThanTheTrailIsKeptIsRemovedAndThatIsRecorded() {
        jdbc.sql("""
                        INSERT INTO audit (at, actor_kind, actor, address, action, subject, detail)
                        SELECT now() - days * interval '1 day', 'SYSTEM', 'system', '', 'age.tested', 'age:' || days, '{}'
                        FROM unnest(ARRAY[401, 500, 399]) days
                        """).update();

        retention.expire();

        assertThat(caller.get("/api/audit?action=age.tested")
                        .json()
                        .path("items")
                        .findValuesAsString("subject"))
                .containsExactly("age:399");
        JsonNode recorded = caller.get("/api/audit?action=audit.expired").json().at("/items/0");
        assertThat(recorded.at("/detail/rows").asInt()).isEqualTo(2);
        assertThat(recorded.path("actorKind").asString()).isEqualTo("SYSTEM");
    }

    @Test
    void whatIsYoungerThanAMonthIsNeverRemoved() {
        audit.record("trail.tested", "trail:2", Map.of());

        assertThatThrownBy(() -> new AuditRetention(
                                jdbc,
                                transaction,
                                audit,
                                new AuditSettings(Duration.ofDays(30)),
                                Clock.offset(Clock.systemUTC(), Duration.ofDays(31)))
                        .expire())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> new AuditSettings(Duration.ofDays(29))).hasMessageContaining("30 is the least");
    }
}
