package io.guanxi.value.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.mart.Mart;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Fits by HTTP, from a brand that has nothing to the second version of its model; in a brand of its own. */
@ServerTest
@TestPropertySource(properties = {"guanxi.tests.brand=lifetime-fits", "guanxi.lifetime.fit-every-days=0"})
class LifetimeFitTests {

    private static final String FITS = "/api/lifetime/fits";
    private static final Set<String> ENDED = Set.of("DONE", "FAILED", "CANCELLED");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MOST_AT_ONCE = 2500;
    private static final int WEEKS = 48;

    private final LocalDate today = LocalDate.now(ZONE);
    private final List<String> events = new ArrayList<>();
    private int orders;

    @Autowired
    Caller caller;

    @Autowired
    Mart mart;

    @Test
    void fromNothingToTheSecondVersion() {
        assertThat(caller.get("/api/lifetime").json().path("version").isNull()).isTrue();
        assertThat(caller.post(FITS, "{}").code()).isEqualTo("run.none");

        tooLittle();
        nobodyLeaves();
        JsonNode first = spendWithoutAMean();
        theSecondVersion(first);
    }

    private void tooLittle() {
        order("alone", 200, 10);
        order("alone", 100, 10);
        score();
        JsonNode fit = fit();
        assertThat(fit.path("state").asString()).isEqualTo("FAILED");
        assertThat(fit.at("/problem/code").asString()).isEqualTo("lifetime.too-few-buyers");
        assertThat(fit.at("/problem/detail").asString())
                .startsWith("1 members had ordered by ")
                .endsWith("the models need 500.");
    }

    /** Everybody comes back every week up to the last one: the probability of leaving shrinks without end. */
    private void nobodyLeaves() {
        forgetEverybody();
        for (int buyer = 0; buyer < 500; buyer++) {
            for (int week = 0; week <= 14 + buyer % 6; week++) {
                order("loyal-" + buyer, 7 * week, 20);
            }
        }
        score();
        JsonNode fit = fit();
        assertThat(fit.path("state").asString()).as(fit.toString()).isEqualTo("DONE");
        assertThat(fit.path("version").asInt()).isEqualTo(1);
        assertThat(fit.at("/found/trials/0/refused/code").asString()).isEqualTo("lifetime.nobody-leaves");
        assertThat(fit.at("/found/trials/1/refused/code").asString()).isEqualTo("lifetime.nobody-leaves");
        assertThat(fit.at("/found/orders/kind").asString()).isEqualTo("NBD");
        JsonNode all = caller.get("/api/lifetime").json().path("all");
        assertThat(all.path("alive").asDouble()).isEqualTo(500);
        // One order a week each, for 90 days.
        assertThat(all.path("orders90").asDouble()).isBetween(500 * 12.0, 500 * 13.0);
        int member = caller.get("/api/members?limit=1").json().at("/items/0/no").asInt();
        JsonNode why = caller.get("/api/members/" + member + "/lifetime").json();
        assertThat(why.path("kind").asString()).isEqualTo("NBD");
        assertThat(why.path("steps").valueStream().map(step -> step.path("formula")
                        .asString()))
                .contains("1", "(r + x) / (α + T) × t");
    }

    private void forgetEverybody() {
        mart.write(sql -> {
            sql.sql("DELETE FROM member_day").update();
            sql.sql("DELETE FROM event_member").update();
        });
    }

    /** Orders as BG/NBD has them, of other buyers alone; spend as Gamma-Gamma has it with q = 0.6, which has no mean. */
    private JsonNode spendWithoutAMean() {
        forgetEverybody();
        RandomDataGenerator random = new RandomDataGenerator(4_711);
        SplittableRandom coin = new SplittableRandom(4_711);
        for (int buyer = 0; buyer < 2_000; buyer++) {
            double rate = random.nextGamma(0.8, 1 / 5.0);
            double leaving = random.nextBeta(0.9, 2.5);
            double spending = random.nextGamma(0.6, 1 / 30.0);
            double time = coin.nextDouble(WEEKS * 0.7);
            boolean again = false;
            while (time < WEEKS) {
                double amount = Math.clamp(random.nextGamma(5, 1 / spending), 0.01, 1e9);
                order("fitted-" + buyer, (int) ((WEEKS - time) * 7), amount);
                if (again && coin.nextDouble() < leaving) {
                    break;
                }
                again = true;
                time += random.nextExponential(1 / rate);
            }
        }
        score();
        JsonNode fit = fit();
        assertThat(fit.path("state").asString()).as(fit.toString()).isEqualTo("DONE");
        assertThat(fit.path("version").asInt()).isEqualTo(2);
        assertThat(fit.path("percent").asDouble()).isEqualTo(100);
        JsonNode found = fit.path("found");
        assertThat(found.path("trials")).hasSize(2).allSatisfy(trial -> assertThat(
                        trial.path("refused").isNull()
                                ? trial.path("frequencyError").isNumber()
                                        && trial.path("totalError").isNumber()
                                : !trial.at("/refused/detail").asString().isBlank())
                .as(trial.toString())
                .isTrue());
        assertThat(found.at("/orders/kind").asString()).isEqualTo("BG_NBD");
        assertThat(found.at("/trials/0/frequencyError").asDouble()).isBetween(0.0, 0.25);
        assertThat(found.path("tracking").valueStream().filter(week -> week.path("heldBack")
                        .asBoolean()))
                .as("a third of the weeks is held back")
                .hasSizeBetween(14, 17);
        assertThat(found.path("frequency")
                        .valueStream()
                        .mapToLong(one -> one.path("actual").asLong())
                        .sum())
                .isEqualTo(found.at("/periods/heldBackOrders").asLong());

        assertThat(found.path("spend").isNull()).as(found.toString()).isTrue();
        assertThat(found.at("/spendRefused/code").asString()).isEqualTo("lifetime.spend-undefined");
        assertThat(found.at("/spendRefused/detail").asString())
                .startsWith("q is 0.")
                .contains("the mean spend of buyers does not exist");
        JsonNode brand = caller.get("/api/lifetime").json();
        assertThat(brand.path("version").asInt()).isEqualTo(2);
        assertThat(brand.at("/all/orders365").asDouble()).isPositive();
        assertThat(brand.at("/all/spend365").isNull())
                .as("no money is predicted")
                .isTrue();
        JsonNode lifetime = caller.get("/api/members/by/user/fitted-0").json().path("lifetime");
        assertThat(lifetime.path("expectedOrders365").isNumber()).isTrue();
        assertThat(lifetime.path("expectedSpend365").isNull()).isTrue();
        return fit;
    }

    private void theSecondVersion(JsonNode first) {
        JsonNode second = fit();
        assertThat(second.path("version").asInt()).isEqualTo(3);
        assertThat(second.path("found")).as("the same data, the same model").isEqualTo(first.path("found"));
        JsonNode all = caller.get(FITS).json().path("items");
        assertThat(all.valueStream().map(one -> one.path("state").asString()))
                .containsExactly("DONE", "DONE", "DONE", "FAILED");
        assertThat(all.get(0).path("version").asInt()).isEqualTo(3);
        JsonNode kept = caller.get(FITS + "/" + first.path("id").asLong()).json();
        assertThat(kept.path("found")).as("the first version is kept").isEqualTo(first.path("found"));
        assertThat(kept.path("version").asInt()).isEqualTo(2);
        JsonNode brand = caller.get("/api/lifetime").json();
        assertThat(brand.at("/inForce/version").asInt()).isEqualTo(3);
        assertThat(brand.path("version").asInt()).isEqualTo(3);
        JsonNode page = caller.get(FITS + "?limit=1").json();
        assertThat(caller.get(FITS + "?limit=1&cursor=" + page.path("next").asString())
                        .json()
                        .at("/items/0/id"))
                .isEqualTo(first.path("id"));
    }

    /** Asks for a fit and follows it: how far it is goes one way. */
    private JsonNode fit() {
        Answer asked = caller.post(FITS, "{}");
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        assertThat(asked.json().path("state").asString()).isIn("WAITING", "RUNNING", "DONE", "FAILED");
        return ended(FITS + "/" + asked.json().path("id").asLong(), true);
    }

    private void order(String user, int daysAgo, double revenue) {
        // Yesterday's noon is over whatever the hour.
        Instant noon = today.minusDays(daysAgo + 1L)
                .atTime(LocalTime.NOON)
                .atZone(ZONE)
                .toInstant();
        events.add("""
                {"type":"track","messageId":"lifetime-fit-%d","userId":"%s","event":"Order Completed","timestamp":"%s","properties":{"revenue":%.2f}}""".formatted(orders++, user, noon, revenue));
        if (events.size() == MOST_AT_ONCE) {
            send();
        }
    }

    private void send() {
        Answer sent = caller.withWriteKey(Caller.WRITE_KEY)
                .post("/v1/batch", "{\"batch\":[" + String.join(",", events) + "]}");
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        events.clear();
    }

    private void score() {
        send();
        JsonNode run = ended(
                "/api/runs/" + caller.post("/api/runs", "{}").json().path("id").asLong(), false);
        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("DONE");
    }

    private JsonNode ended(String path, boolean followed) {
        Instant until = Instant.now().plus(Duration.ofMinutes(2));
        double percent = 0;
        while (Instant.now().isBefore(until)) {
            JsonNode work = caller.get(path).json();
            if (ENDED.contains(work.path("state").asString())) {
                return work;
            }
            if (followed) {
                assertThat(work.path("percent").asDouble()).as(work.toString()).isBetween(percent, 100.0);
                percent = work.path("percent").asDouble();
            }
            LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
        }
        throw new AssertionError(path + " does not end");
    }
}
