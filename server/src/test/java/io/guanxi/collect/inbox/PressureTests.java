package io.guanxi.collect.inbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.testing.Waiting;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** More comes than can be made durable: who is refused is told to come again, and nothing of theirs was taken. */
@ServerTest
class PressureTests {

    private static final int EVENTS = 2_500;
    private static final int BATCHES = 40;

    @Autowired
    Caller caller;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient postgres;

    @Test
    void whoIsRefusedComesAgainAndWhoIsAcknowledgedIsKept() throws SQLException {
        Map<Integer, Answer> answers = new ConcurrentHashMap<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<?>[] sending;
            try (Connection holder = database.getConnection()) {
                holder.setAutoCommit(false);
                InboxTable.WRITER_LOCK.take(holder);
                sending = IntStream.range(0, BATCHES)
                        .mapToObj(batch -> CompletableFuture.runAsync(() -> answers.put(batch, send(batch)), senders))
                        .toArray(CompletableFuture[]::new);
                Waiting.until(() -> !answers.isEmpty());
                assertThat(answers.values()).allSatisfy(answer -> {
                    assertThat(answer.status()).as(answer.text()).isEqualTo(429);
                    assertThat(answer.code()).isEqualTo("tracking.too-busy");
                    assertThat(answer.header("Retry-After")).isEqualTo("1");
                });
                holder.rollback();
            }
            CompletableFuture.allOf(sending).join();
        }

        assertThat(answers).hasSize(BATCHES);
        for (int batch = 0; batch < BATCHES; batch++) {
            int status = requireNonNull(answers.get(batch)).status();
            assertThat(status).isIn(200, 429);
            assertThat(kept(batch)).as("batch " + batch).isEqualTo(status == 200 ? EVENTS : 0);
        }
        for (int batch = 0; batch < BATCHES; batch++) {
            if (requireNonNull(answers.get(batch)).status() == 429) {
                assertThat(send(batch).json().path("accepted").asInt()).isEqualTo(EVENTS);
                assertThat(kept(batch)).isEqualTo(EVENTS);
            }
        }
    }

    private Answer send(int batch) {
        return caller.withWriteKey(Caller.WRITE_KEY)
                .post(
                        "/v1/batch",
                        IntStream.range(0, EVENTS)
                                .mapToObj(n -> """
                                        {"type":"track","event":"Pressed","messageId":"pressed-%d-%d","userId":"pressed"}""".formatted(batch, n))
                                .collect(Collectors.joining(",", "{\"batch\":[", "]}")));
    }

    private long kept(int batch) {
        return postgres.sql("SELECT count(*) FROM inbox WHERE event_id LIKE ?")
                .param("pressed-" + batch + "-%")
                .query(Long.class)
                .single();
    }
}
