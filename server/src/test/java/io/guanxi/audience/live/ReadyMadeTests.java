package io.guanxi.audience.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.audience.live.ReadyMade.Ready;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.testing.Waiting;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The cells of recency by frequency are there, in their own folder, once. */
@ServerTest
class ReadyMadeTests {

    @Autowired
    ReadyMade readyMade;

    @Autowired
    Caller caller;

    private List<JsonNode> cells() {
        return caller.get("/api/audiences")
                .json()
                .path("items")
                .valueStream()
                .filter(it -> it.path("ready").asString("").startsWith("cell-"))
                .toList();
    }

    @Test
    void theyAreSavedOnceAndOneThatWasDeletedDoesNotComeBack() {
        Waiting.until(() -> cells().size() == 25);
        assertThat(cells()).extracting(it -> it.path("folder").asString()).containsOnly("RFM 格 · RFM cells");
        JsonNode last = cells().getLast();
        assertThat(caller.delete("/api/audiences/" + last.path("id").asLong()).status())
                .isEqualTo(204);

        readyMade.install();

        assertThat(cells()).hasSize(24);
    }

    @Test
    void everyCellAsksForItsOwnClasses() {
        List<Ready> cells = ReadyMade.ALL.stream()
                .filter(it -> it.key().startsWith("cell-"))
                .toList();

        assertThat(cells)
                .extracting(Ready::key)
                .containsExactlyElementsOf(IntStream.range(0, 25)
                        .mapToObj(i -> "cell-r%df%d".formatted(1 + i / 5, 1 + i % 5))
                        .toList());
        assertThat(cells).extracting(Ready::expression).doesNotHaveDuplicates();
        assertThat(ReadyMade.ALL).extracting(Ready::key).doesNotHaveDuplicates();
    }
}
