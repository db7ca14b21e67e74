package io.guanxi.access.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.guanxi.access.Audit;
import io.guanxi.access.BrandFace;
import io.guanxi.access.CurrentUser;
import io.guanxi.access.Role;
import io.guanxi.access.keys.KeyRing;
import io.guanxi.platform.Brand;
import io.guanxi.platform.GuanxiSettings;
import io.guanxi.platform.GuanxiSettings.FirstAccess;
import io.guanxi.platform.RealTime;
import io.guanxi.testing.ServerTest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The first credentials: printed once, or preset by the environment, which wins. Each test has an empty database. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class FirstAccessTests {

    private static final FirstAccess NOTHING_PRESET = new FirstAccess("", "", "");

    @Autowired
    HikariDataSource server;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void makeAnEmptyDatabase() {
        jdbc.sql("CREATE DATABASE first_access").update();
        Flyway.configure()
                .dataSource(emptyDatabase())
                .locations("classpath:db/migration/access")
                .load()
                .migrate();
    }

    @AfterEach
    void dropIt() {
        jdbc.sql("DROP DATABASE first_access WITH (FORCE)").update();
    }

    @Test
    void theFirstStartPrintsOnceWhatNobodyPreset(CapturedOutput output) {
        start(NOTHING_PRESET, nothing -> {});
        List<String> printed = credentials(output);

        assertThat(printed).hasSize(3);
        start(NOTHING_PRESET, started -> {
            assertThat(started.users().authenticate("admin", secret(printed, "admin password ")))
                    .isPresent();
            assertThat(started.keys().apiKey(secret(printed, "api key "))).isPresent();
            assertThat(started.keys().sourceOf(secret(printed, "write key "))).contains("default");
        });
        assertThat(credentials(output)).hasSize(3);
    }

    @Test
    void whatIsPresetWorksAndIsNotPrinted(CapturedOutput output) {
        start(preset("one"), started -> assertThatPresetWorks(started, "one", true));

        assertThat(output.getOut()).doesNotContain("-key-one", "number one");
    }

    @Test
    void aNewPresetReplacesTheOneBefore() {
        start(preset("one"), nothing -> {});
        start(preset("two"), started -> {
            assertThatPresetWorks(started, "two", true);
            assertThatPresetWorks(started, "one", false);
        });
        start(preset("one"), started -> assertThatPresetWorks(started, "one", true));
    }

    @Test
    void thePresetPasswordBringsARemovedAdministratorBack() {
        start(preset("one"), started -> {
            started.users().add("second", "a good password", Role.ADMINISTRATOR, null);
            started.users().remove(started.users().numberOf("admin").orElseThrow());
        });
        start(preset("one"), started -> assertThatPresetWorks(started, "one", true));
    }

    @EnableTransactionManagement
    static class Transactions {

        @Bean
        @RealTime
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        TransactionTemplate transactions(PlatformTransactionManager manager) {
            return new TransactionTemplate(manager);
        }
    }

    private record Started(Users users, KeyRing keys) {}

    /** Starts the access module alone, with what it needs of the platform. */
    private void start(FirstAccess preset, Consumer<Started> look) {
        DataSource database = emptyDatabase();
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(GuanxiSettings.class, () -> settings(preset));
            context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
            context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
            context.registerBean(JsonMapper.class, JsonMapper::shared);
            context.register(Transactions.class, Audit.class, CurrentUser.class, BrandFace.class);
            context.scan("io.guanxi.access.keys", "io.guanxi.access.users");
            context.refresh();
            look.accept(new Started(context.getBean(Users.class), context.getBean(KeyRing.class)));
        }
    }

    private DataSource emptyDatabase() {
        String url = server.getJdbcUrl();
        return new DriverManagerDataSource(
                url.substring(0, url.lastIndexOf('/')) + "/first_access", server.getUsername(), server.getPassword());
    }

    private static void assertThatPresetWorks(Started started, String which, boolean works) {
        assertThat(started.users()
                        .authenticate("admin", "password number " + which)
                        .isPresent())
                .isEqualTo(works);
        assertThat(started.keys().apiKey("the-long-api-key-" + which).isPresent())
                .isEqualTo(works);
        assertThat(started.keys().sourceOf("the-long-write-key-" + which).isPresent())
                .isEqualTo(works);
    }

    private static FirstAccess preset(String which) {
        return new FirstAccess("password number " + which, "the-long-api-key-" + which, "the-long-write-key-" + which);
    }

    private static GuanxiSettings settings(FirstAccess preset) {
        Brand brand = new Brand("Test", ZoneOffset.UTC, Currency.getInstance("CNY"));
        return new GuanxiSettings(Path.of("."), brand, new GuanxiSettings.Database("", "", ""), preset, false);
    }

    /** Without what the tests' own server says where this class is the first to need it. */
    private static List<String> credentials(CapturedOutput output) {
        return output.getOut()
                .lines()
                .filter(line -> line.matches("(admin password|api key|write key) .*"))
                .toList();
    }

    private static String secret(List<String> printed, String beginning) {
        return printed.stream()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow()
                .substring(beginning.length());
    }
}
