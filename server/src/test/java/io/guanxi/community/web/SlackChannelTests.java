package io.guanxi.community.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guanxi.community.CommunityId;
import io.guanxi.platform.DuckDb;
import io.guanxi.platform.SqlText;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Two years of a real group chat, imported by the map of {@code docs/examples} and scored. */
@ServerTest
class SlackChannelTests {

    private static final String BOUNDARY = "a-boundary-of-the-slack-test";

    @Autowired
    Caller caller;

    @Test
    void itsWeeksHoldExactlyItsMessages(@TempDir Path temp) throws Exception {
        Optional<Path> data = inOrAbove("../shared/data/slack-racket/messages.csv.gz");
        assumeTrue(data.isPresent(), "skipped: the public data sets are not at ../shared/data");
        Path messages = data.orElseThrow();
        String map =
                Files.readString(inOrAbove("docs/examples/slack/messages.sql").orElseThrow());
        take(messages, map, "slack-test");
        String byYear = map.replace("team || '/' || channel", "'slack-' || year_file");
        assertThat(byYear).isNotEqualTo(map);
        take(messages, byYear, "slack-test-years");
        ended("/api/runs/", caller.post("/api/runs", "{\"asOf\":\"2018-12-31\"}"));

        JsonNode channel = community("racket/general");
        assertThat(weeks(channel)).isEqualTo(weeksOf(messages, temp));
        assertThat(sum(channel)).isEqualTo(16_466);
        assertThat(channel.path("rule").path("kind").asString()).isEqualTo("PERCENTILE");
        assertThat(channel.path("forecasts").get(1).path("points")).hasSize(12);

        assertThat(sum(community("slack-2017"))).isEqualTo(6_757);
        assertThat(community("slack-2017").path("members").asInt()).isEqualTo(85);
        assertThat(sum(community("slack-2018"))).isEqualTo(9_709);
        assertThat(community("slack-2018").path("members").asInt()).isEqualTo(144);
    }

    private JsonNode community(String key) {
        Answer answer = caller.get("/api/communities/" + new CommunityId(key).text());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static Map<String, Long> weeks(JsonNode community) {
        Map<String, Long> weeks = new TreeMap<>();
        for (JsonNode week : community.path("weeks")) {
            if (week.path("messages").asLong() > 0) {
                weeks.put(week.path("week").asString(), week.path("messages").asLong());
            }
        }
        return weeks;
    }

    private static long sum(JsonNode community) {
        return weeks(community).values().stream().mapToLong(Long::longValue).sum();
    }

    /** The same counts by another road: straight from the file; the brand's zone is eight hours before UTC all year. */
    private static Map<String, Long> weeksOf(Path file, Path temp) throws SQLException {
        Map<String, Long> weeks = new TreeMap<>();
        try (DuckDb duck = DuckDb.inMemory(temp, "256MB")) {
            duck.client().sql("""
                            SELECT CAST(CAST(date_trunc('week', ts + INTERVAL 8 HOURS) AS DATE) AS VARCHAR) AS week, count(*) AS n
                            FROM read_csv(%s) GROUP BY 1""".formatted(SqlText.literal(file))).query(row -> {
                weeks.put(row.getString("week"), row.getLong("n"));
            });
        }
        return weeks;
    }

    private void take(Path file, String map, String source) throws FileNotFoundException {
        BodyPublisher form = BodyPublishers.concat(
                part("source\"", BodyPublishers.ofString(source)),
                part("map\"", BodyPublishers.ofString(map)),
                part("file\"; filename=\"messages.csv.gz\"", BodyPublishers.ofFile(file)),
                BodyPublishers.ofString("--" + BOUNDARY + "--\r\n"));
        Answer answer = caller.send("POST", "/api/imports", form, "multipart/form-data; boundary=" + BOUNDARY);
        assertThat(ended("/api/imports/", answer).path("accepted").asLong()).isEqualTo(16_466);
    }

    private static BodyPublisher part(String disposition, BodyPublisher content) {
        return BodyPublishers.concat(
                BodyPublishers.ofString(
                        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + disposition + "\r\n\r\n"),
                content,
                BodyPublishers.ofString("\r\n"));
    }

    private JsonNode ended(String path, Answer asked) {
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        long id = asked.json().path("id").asLong();
        Instant until = Instant.now().plus(Duration.ofMinutes(2));
        while (Instant.now().isBefore(until)) {
            JsonNode work = caller.get(path + id).json();
            String state = work.path("state").asString();
            if (state.equals("DONE")) {
                return work;
            }
            assertThat(state).as(work.toString()).isIn("WAITING", "RUNNING");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("no end of " + path + id);
    }

    private static Optional<Path> inOrAbove(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(name).normalize())
                .filter(Files::exists)
                .findFirst();
    }
}
