package io.guanxi.collect.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.access.Masking;
import io.guanxi.collect.Intake;
import io.guanxi.lake.Lake;
import io.guanxi.platform.DuckDb;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** What the catalogue tells of events that were sent. */
@ServerTest
class CatalogueTests {

    @Autowired
    private Caller caller;

    @Autowired
    private Intake intake;

    @Autowired
    private Clock clock;

    @Autowired
    private Lake lake;

    @Autowired
    private DuckDb staging;

    @Autowired
    private JdbcClient postgres;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Drifts drifts;

    @Autowired
    private Masking masking;

    @Test
    void namesHaveVolumesAndPropertiesTheirTypes() {
        track("Lamp Lit", "{\"room\": \"hall\", \"watts\": 40}", Duration.ofDays(40));
        track("Lamp Lit", "{\"room\": \"attic\", \"watts\": \"40 W\", \"by\": {\"hand\": true}}", Duration.ofHours(1));
        track("Product Reviewed", "{}", Duration.ofHours(1));
        intake.drain();

        JsonNode lamp = named("Lamp Lit");
        assertThat(lamp.path("count").asLong()).isEqualTo(2);
        assertThat(lamp.path("standard").isNull())
                .as("a name of nobody's standard")
                .isTrue();
        assertThat(lamp.path("days").size()).as("only the last 30 days").isEqualTo(1);
        assertThat(named("Product Reviewed").path("standard").path("zh").asString())
                .isEqualTo("评价商品");

        JsonNode properties = caller.get("/api/events/Lamp%20Lit").json().path("properties");
        assertThat(properties.path(0).path("name").asString()).isEqualTo("room");
        assertThat(properties.path(0).path("filled").asDouble()).isEqualTo(1);
        assertThat(properties.path(0).path("examples").toString()).isEqualTo("[\"attic\",\"hall\"]");
        assertThat(properties.path(1).path("types").toString()).isEqualTo("[\"number\",\"string\"]");
        assertThat(properties.path(2).path("types").toString()).isEqualTo("[\"object\"]");
        assertThat(properties.path(2).path("filled").asDouble()).isEqualTo(0.5);
    }

    @Test
    void propertiesThatComeGoOrChangeTheirTypeDrift() {
        for (int i = 0; i < 4; i++) {
            track("Gate Opened", "{\"gate\": \"north\", \"code\": 7, \"guard\": \"Li\"}", Duration.ofDays(40 + i));
            track("Gate Opened", "{\"gate\": \"north\", \"code\": \"7\", \"badge\": \"B\"}", Duration.ofDays(2 + i));
            track(
                    "Door Opened",
                    i == 0 ? "{\"door\": 1, \"note\": \"rare\"}" : "{\"door\": 1}",
                    Duration.ofDays(2 + i));
            track("Door Opened", "{\"door\": 1}", Duration.ofDays(40 + i));
        }
        intake.drain();

        drifts.look(List.of("Gate Opened", "Door Opened"));

        assertThat(named("Gate Opened").path("drifted").asInt()).isEqualTo(3);
        assertThat(named("Door Opened").path("drifted").asInt(-1))
                .as("one note among few is chance")
                .isZero();
        JsonNode gate = caller.get("/api/events/Gate%20Opened").json();
        Map<String, String> drift = new HashMap<>();
        gate.path("properties")
                .forEach(property -> drift.put(
                        property.path("name").asString(), property.path("drift").asString()));
        assertThat(drift)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("gate", "SAME", "code", "CHANGED", "guard", "GONE", "badge", "NEW"));
        assertThat(gate.path("sampled").asInt()).as("each once").isEqualTo(8);
        assertThat(gate.path("summary").path("drifted").asInt()).isEqualTo(3);
    }

    @Test
    void driftIsLookedAtAgainWhereTheFilesChanged(@TempDir Path temp) throws SQLException {
        track("Well Dug", "{\"deep\": 3}", Duration.ofDays(3));
        intake.drain();
        drifts.look(List.of("Well Dug"));
        Drifts blind;
        try (DuckDb ended = DuckDb.inMemory(temp, "100MB")) {
            blind = new Drifts(
                    new EventVolumes(lake, staging, postgres, transactions),
                    new PropertySample(ended, masking),
                    postgres,
                    clock);
        }
        blind.look(List.of("Well Dug"));
        assertThat(blind.known()).as("with nothing left to read by").containsEntry("Well Dug", 0);

        track("Well Dug", "{\"deep\": 4}", Duration.ofDays(2));
        intake.drain();
        assertThatThrownBy(() -> blind.look(List.of("Well Dug")))
                .as("a new file is another sample")
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void whatWasCountedIsNotReadAgain(@TempDir Path temp) throws SQLException {
        track("Kite Flown", "{}", Duration.ofDays(2));
        intake.drain();
        List<EventVolumes.Total> before = new EventVolumes(lake, staging, postgres, transactions).totals();
        assertThat(before).anySatisfy(total -> assertThat(total.event()).isEqualTo("Kite Flown"));
        EventVolumes restarted;
        try (DuckDb ended = DuckDb.inMemory(temp, "100MB")) {
            restarted = new EventVolumes(lake, ended, postgres, transactions);
        }
        assertThat(restarted.totals()).as("with nothing left to read by").isEqualTo(before);

        String file = restarted.filesWith("Kite Flown").getFirst().file().toString();
        postgres.sql("DELETE FROM event_volume WHERE file = ?").param(file).update();
        postgres.sql("INSERT INTO event_volume SELECT 'gone', 's', 'Kite Flown', day, 7, 0, first_ts, last_ts, newest "
                        + "FROM event_volume LIMIT 1")
                .update();
        assertThat(new EventVolumes(lake, staging, postgres, transactions).totals())
                .as("a file not counted is, one that is gone does not count")
                .isEqualTo(before);
    }

    @Test
    void aNameThatWasNeverSeenIsNotFound() {
        assertThat(caller.get("/api/events/Never%20Seen").code()).isEqualTo("event.unknown");
    }

    @Test
    void theTailShowsWhatArrivesAfterACursor() {
        String cursor =
                caller.get("/api/events/tail?limit=1").json().path("next").asString();
        track("Bell Rung", "{\"phone\": \"13812345678\"}", Duration.ZERO);

        JsonNode tail = caller.get("/api/events/tail?after=" + cursor).json();

        assertThat(tail.path("items").path(0).path("event").asString()).isEqualTo("Bell Rung");
        assertThat(tail.path("items").path(0).path("identifiers").toString())
                .isEqualTo("[{\"kind\":\"user\",\"key\":\"lamplighter\"}]");
        String next = tail.path("next").asString();
        assertThat(caller.get("/api/events/tail?after=" + next)
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void refusedCallsCanBeLookedAt() {
        caller.withWriteKey(Caller.WRITE_KEY).post("/v1/track", "{\"userId\": \"lamplighter\", \"properties\": {}}");

        JsonNode newest =
                caller.get("/api/events/malformed?limit=1").json().path("items").path(0);

        assertThat(newest.path("code").asString()).isEqualTo("event.name-missing");
        assertThat(newest.path("body").asString()).contains("lamplighter");
    }

    private JsonNode named(String event) {
        for (JsonNode item : caller.get("/api/events").json().path("items")) {
            if (item.path("event").asString().equals(event)) {
                return item;
            }
        }
        throw new AssertionError("the catalogue does not have " + event);
    }

    private void track(String event, String properties, Duration ago) {
        assertThat(caller.withWriteKey(Caller.WRITE_KEY)
                        .post("/v1/track", """
                                {"userId": "lamplighter", "event": "%s", "timestamp": "%s", "properties": %s}
                                """.formatted(event, clock.instant().minus(ago), properties))
                        .status())
                .isEqualTo(200);
    }
}
