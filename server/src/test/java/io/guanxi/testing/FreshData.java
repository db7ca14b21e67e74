package io.guanxi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** Gives the server an empty data folder, removed when the JVM ends, and credentials that the tests know. */
final class FreshData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Path folder = folder();
        SpringApplication.getShutdownHandlers().add(() -> remove(folder));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "tests",
                        Map.ofEntries(
                                Map.entry("guanxi.data", folder.toString()),
                                Map.entry("guanxi.database.url", ""),
                                Map.entry("guanxi.first-access.admin-password", Caller.ADMIN_PASSWORD),
                                Map.entry("guanxi.first-access.api-key", Caller.API_KEY),
                                Map.entry("guanxi.first-access.write-key", Caller.WRITE_KEY),
                                Map.entry("guanxi.messaging.sms.secret", Caller.RECEIPT_SECRET),
                                Map.entry("guanxi.messaging.address", "https://brand.example"),
                                Map.entry("guanxi.messaging.official-account.app-id", Caller.ACCOUNT),
                                Map.entry("guanxi.messaging.official-account.callback-token", Caller.ACCOUNT_TOKEN),
                                Map.entry(
                                        "guanxi.messaging.official-account.callback-aes-key",
                                        Caller.ACCOUNT_AES_KEY))));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("guanxi-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
