package io.guanxi.value.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guanxi.mart.Mart;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.testing.Waiting;
import java.io.FileNotFoundException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A year of a grocer's baskets, imported by the map of {@code docs/examples} and scored; the counts are those of the file. */
@ServerTest
@TestPropertySource(properties = "guanxi.tests.brand=complete-journey")
class CompleteJourneyTests {

    private static final String BOUNDARY = "a-boundary-of-the-journey-test";

    @Autowired
    Caller caller;

    @Autowired
    Mart mart;

    @Test
    void everyHouseholdIsAMemberWithItsBaskets() throws Exception {
        Optional<Path> data = inOrAbove("../shared/data/complete-journey/transactions_sample.csv.gz");
        assumeTrue(data.isPresent(), "skipped: the public data sets are not at ../shared/data");
        take(
                data.orElseThrow(),
                Files.readString(
                        inOrAbove("docs/examples/complete-journey/orders.sql").orElseThrow()));
        JsonNode run = Runs.score(caller, "{\"asOf\":\"2017-12-31\"}");
        assertThat(run.at("/figures/orders").asLong()).isEqualTo(47_243);

        Map<String, @Nullable Object> found = mart.sql().sql("""
                        SELECT count(*) AS members, CAST(sum(orders) AS BIGINT) AS orders, sum(spend) AS spend,
                               count(*) FILTER (WHERE frequency = 0) AS silent
                        FROM member_score""").query().singleRow();
        assertThat(found.get("members")).isEqualTo(2_377L);
        assertThat(found.get("orders")).isEqualTo(47_243L);
        assertThat((BigDecimal) found.get("spend")).isEqualByComparingTo("233935.24");
        assertThat(found.get("silent")).isEqualTo(0L);

        JsonNode household = caller.get("/api/members/by/household/2261").json();
        assertThat(household.path("orders").asInt()).isEqualTo(75);
        assertThat(household.path("spend").asDouble()).isEqualTo(446.62);
        JsonNode rfm = household.path("rfm");
        assertThat(rfm.path("recencyDays").asInt()).as(household.toString()).isEqualTo(1);
        assertThat(rfm.path("frequency").asInt()).isEqualTo(75);
        assertThat(rfm.path("monetary").asDouble()).isEqualTo(446.62);
    }

    private void take(Path file, String map) throws FileNotFoundException {
        BodyPublisher form = BodyPublishers.concat(
                part("source\"", BodyPublishers.ofString("tills-test")),
                part("map\"", BodyPublishers.ofString(map)),
                part("file\"; filename=\"transactions.csv.gz\"", BodyPublishers.ofFile(file)),
                BodyPublishers.ofString("--" + BOUNDARY + "--\r\n"));
        Answer answer = caller.send("POST", "/api/imports", form, "multipart/form-data; boundary=" + BOUNDARY);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        String path = "/api/imports/" + answer.json().path("id").asLong();
        Waiting.until(() -> caller.get(path).json().path("state").asString().matches("DONE|FAILED"));
        JsonNode done = caller.get(path).json();
        assertThat(done.path("accepted").asLong()).as(done.toString()).isEqualTo(47_243);
        assertThat(done.path("rejected").asLong()).isZero();
    }

    private static BodyPublisher part(String disposition, BodyPublisher content) {
        return BodyPublishers.concat(
                BodyPublishers.ofString(
                        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + disposition + "\r\n\r\n"),
                content,
                BodyPublishers.ofString("\r\n"));
    }

    private static Optional<Path> inOrAbove(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(name).normalize())
                .filter(Files::exists)
                .findFirst();
    }
}
