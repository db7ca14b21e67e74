package io.guanxi.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The DuckDB instance in which batches of the inbox are staged. */
@Configuration(proxyBeanMethods = false)
class StagingConfiguration {

    @Bean
    DuckDb staging(DataFolder folder, @RealTime Clock clock) throws IOException {
        LeftLibraries.sweep(Path.of(System.getProperty("java.io.tmpdir")), clock.instant());
        try (Stream<Path> left = Files.list(folder.temp())) {
            for (Path path : left.filter(Files::isRegularFile).toList()) {
                Files.delete(path);
            }
        }
        return DuckDb.forShortWork(Files.createDirectories(folder.temp().resolve("staging")), "2GB");
    }
}
