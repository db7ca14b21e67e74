package io.guanxi.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.simulator.world.BrandLife;
import io.guanxi.simulator.world.World;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrickleTest {
    private static final Instant NOW = Instant.parse("2026-11-27T04:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final List<String> batches = new ArrayList<>();
    private int outages;

    @Test
    void sendsTheRateWithEveryBeatUntilTheCountIsReached() {
        Trickle trickle = trickle(2.5, 9);
        for (int beat = 0; beat < 4; beat++) {
            trickle.beat();
        }
        assertThat(trickle.ended()).isCompletedWithValue(9L);
        assertThat(events()).hasSize(9);
    }

    @Test
    void everyCallSaysWhoWhatAndWhenOnce() {
        trickle(2000, 20_000, 11);
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (JsonNode call : calls()) {
            assertThat(ids.add(call.path("messageId").asString())).isTrue();
            assertThat(call.path("timestamp").asString()).isEqualTo(NOW.toString());
            assertThat(call.path("context").path("externalIds").size()
                            + (call.path("anonymousId").isString() ? 1 : 0))
                    .isPositive();
            names.add(call.path("event").asString("identify"));
            switch (call.path("event").asString("")) {
                case "Message Sent" ->
                    assertThat(call.path("context").path("groupId").asString()).endsWith("群");
                case "Order Completed" -> {
                    assertThat(call.path("properties").path("revenue").decimalValue())
                            .isPositive();
                    assertThat(call.path("properties").path("order_id").asString())
                            .isNotBlank();
                }
                default -> assertThat(call.path("type").asString()).isIn("track", "identify");
            }
        }
        assertThat(names).contains("identify", "Signed Up", "Product Viewed", "Message Sent", "Order Completed");
    }

    @Test
    void whoSignsUpIsIdentifiedFirst() {
        trickle(2000, 20_000, 11);
        List<JsonNode> calls = calls();
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).path("event").asString("").equals("Signed Up")) {
                JsonNode before = calls.get(i - 1);
                assertThat(before.path("type").asString()).isEqualTo("identify");
                assertThat(before.path("traits").path("channel").asString()).isNotBlank();
                assertThat(before.path("context")).isEqualTo(calls.get(i).path("context"));
            }
        }
    }

    @Test
    void anOutageDelaysAndNeitherLosesNorRenames() {
        outages = 3;
        Trickle trickle = trickle(10, 10);
        for (int beat = 0; beat < 4; beat++) {
            trickle.beat();
        }
        assertThat(trickle.ended()).isCompletedWithValue(10L);
        assertThat(new HashSet<>(batches)).hasSize(1);
        assertThat(batches).hasSize(4);
    }

    @Test
    void aWrongKeyEndsIt() {
        Trickle trickle = new Trickle(
                life(),
                batch -> {
                    throw new GuanxiServer.Refused(401, "key");
                },
                CLOCK,
                5,
                -1,
                silent());
        trickle.beat();
        assertThat(trickle.ended()).isCompletedExceptionally();
    }

    private Trickle trickle(double rate, long count) {
        return new Trickle(life(), this::take, CLOCK, rate, count, silent());
    }

    private void trickle(double rate, long count, int beats) {
        Trickle trickle = trickle(rate, count);
        for (int beat = 0; beat < beats; beat++) {
            trickle.beat();
        }
        assertThat(trickle.ended()).isCompletedWithValue(count);
    }

    private JsonNode take(String batch) throws IOException {
        batches.add(batch);
        if (outages-- > 0) {
            throw new GuanxiServer.Refused(503, "starting");
        }
        return JsonMapper.shared().createObjectNode();
    }

    private List<JsonNode> calls() {
        List<JsonNode> calls = new ArrayList<>();
        batches.forEach(
                batch -> JsonMapper.shared().readTree(batch).path("batch").forEach(calls::add));
        return calls;
    }

    private List<JsonNode> events() {
        return calls().stream()
                .filter(call -> call.path("type").asString().equals("track"))
                .toList();
    }

    private static BrandLife life() {
        World world = new World(7, 2_000, 6, 3, 30, LocalDate.of(2026, 11, 26), World.SHANGHAI);
        BrandLife life = new BrandLife(world);
        while (life.today() < world.days()) {
            life.next();
        }
        return life;
    }

    private static Report silent() {
        return new Report(CLOCK, new PrintStream(OutputStream.nullOutputStream()));
    }
}
