package io.guanxi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./guanxi experiment analyse} as scripts see it: what it sends, what it prints, how it exits. */
class FileExperimentTests {

    private StandIn server;
    private Path file;
    private Path map;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        server = new StandIn();
        file = Files.writeString(folder.resolve("gift.csv"), "member,version\n1,control\n");
        map = Files.writeString(folder.resolve("gift.sql"), "SELECT member AS unit, version AS arm FROM input");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Spoken analyse(String... more) {
        String[] words = {"experiment", "analyse", file.toString(), "--map", map.toString(), "--url", server.url()};
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return Spoken.by(all);
    }

    @Test
    void itPrintsTheReportThatTheServerKept() {
        server.answers("POST /api/experiments/finished", 201, "{\"id\":12}")
                .answers("GET /api/experiments/finished/12/text", 200, "experiment gift\n  gift: helped\n");

        Spoken spoken = analyse();

        assertThat(spoken.exit()).isZero();
        assertThat(spoken.out()).containsExactly("experiment gift", "  gift: helped");
    }

    @Test
    void itSendsTheFileTheMapAndWhatElseIsSaid() {
        server.answers("POST /api/experiments/finished", 201, "{\"id\":12}")
                .answers("GET /api/experiments/finished/12/text", 200, "experiment gift\n");

        analyse(
                "--name",
                "Gift",
                "--weights",
                "control=1,gift=2",
                "--winsor",
                "none",
                "--less-is-better",
                "complaints",
                "--guard-rails",
                "blocked",
                "--told",
                "visits",
                "--money",
                "spend",
                "--smallest-lift",
                "0.02");

        StandIn.Asked asked = server.asked().getFirst();
        assertThat(asked.authorization()).isEqualTo("Bearer secret");
        assertThat(asked.body())
                .contains("name=\"name\"", "Gift", "name=\"weights\"", "control=1,gift=2", "name=\"winsor\"", "none")
                .contains("name=\"guardRails\"", "blocked", "name=\"told\"", "visits", "name=\"money\"", "spend")
                .contains("name=\"smallestLift\"", "0.02")
                .contains("name=\"lessIsBetter\"", "complaints", "name=\"map\"; filename=\"gift.sql\"")
                .contains("SELECT member AS unit", "name=\"file\"; filename=\"gift.csv\"", "1,control");
    }

    @Test
    void itTellsWhyAFileIsRefused() {
        server.answers("POST /api/experiments/finished", 422, """
                {"detail":"The map does not yield what an experiment needs: arm.","code":"experiment.map-columns"}""");

        Spoken spoken = analyse();

        assertThat(spoken.exit()).isEqualTo(1);
        assertThat(spoken.out()).isEmpty();
        assertThat(spoken.err()).contains("The map does not yield", "experiment.map-columns");
    }

    @Test
    void itNamesAFileThatIsNotThere() throws IOException {
        Files.delete(file);

        Spoken spoken = analyse();

        assertThat(spoken.exit()).isNotZero();
        assertThat(spoken.err()).contains("there is no file " + file);
        assertThat(server.asked()).isEmpty();
    }
}
