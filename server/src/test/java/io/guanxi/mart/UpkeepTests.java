package io.guanxi.mart;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.platform.DataFolder;
import io.guanxi.testing.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What the lake does not know may be about to be committed; only what has lain there for long is swept away. */
@ServerTest
class UpkeepTests {

    @Autowired
    private ApplicationContext server;

    @Autowired
    private DataFolder folder;

    @Test
    void aFileThatIsJustBeingWrittenStaysHoweverFarASandboxIsAhead() throws IOException {
        Path file = Files.createDirectories(folder.lake().resolve("guanxi/event/data/day=2026-01-01"))
                .resolve("being-written.parquet");
        Files.writeString(file, "half of it");
        try (AnnotationConfigApplicationContext sandbox = new AnnotationConfigApplicationContext()) {
            sandbox.setParent(server);
            sandbox.registerBean(
                    "advanced",
                    Clock.class,
                    () -> Clock.offset(Clock.systemUTC(), Duration.ofDays(30)),
                    definition -> definition.setPrimary(true));
            sandbox.register(Upkeep.class);
            sandbox.refresh();
            Upkeep upkeep = sandbox.getBean(Upkeep.class);

            upkeep.sweep();
            assertThat(file).exists();

            Files.setLastModifiedTime(
                    file, FileTime.from(Clock.systemUTC().instant().minus(Duration.ofHours(7))));
            upkeep.sweep();
            assertThat(file).doesNotExist();
        }
    }
}
