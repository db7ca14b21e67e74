package io.guanxi;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.ServerProcess;
import io.guanxi.testing.SteadySender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Kill -9 at random moments under load: every acknowledged event is there exactly once afterwards, in the inbox, the lake
 * and the mart. The number of kills is {@code -Dguanxi.kills=N}, 20 by default, every third of PostgreSQL alone.
 */
class KilledTests {

    private static final int KILLS = Integer.getInteger("guanxi.kills", 20);

    @Test
    void nothingAcknowledgedIsLostOrCountedTwice(@TempDir Path data) throws IOException, InterruptedException {
        Random random = new Random(20_26);
        try (SteadySender sender = new SteadySender();
                ServerProcess server = new ServerProcess(data)) {
            for (int kill = 1; kill <= KILLS; kill++) {
                sender.sendTo(server.start());
                sender.awaitAcknowledgements(200 + random.nextInt(2000));
                if (kill % 3 == 0) {
                    server.killPostgres();
                    sender.awaitAcknowledgements(200); // the server starts it again by itself
                } else {
                    server.kill();
                }
            }
            sender.pause();
            JsonNode examination = sender.examine(server.start());

            assertThat(examination.path("ok").asBoolean(false))
                    .as(() -> examination + server.log())
                    .isTrue();
            assertThat(sender.acknowledgedButUnknown()).isZero();
            assertThat(server.stop()).isTrue();
        }
    }
}
