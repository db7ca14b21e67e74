package io.guanxi;

import io.guanxi.platform.CannotStart;
import io.guanxi.platform.GuanxiSettings;
import io.guanxi.platform.Migrations;
import io.guanxi.platform.SharedWork;
import java.io.IOException;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process that shares a server's work on the same database: it moves journeys on and says what is due. It has no lake, no mart
 * and no way in; whatever needs these is the server's. All else is made only where that work needs it.
 */
@ComponentScan(
        basePackages = {
            "io.guanxi.platform",
            "io.guanxi.access",
            "io.guanxi.identity",
            "io.guanxi.lake",
            "io.guanxi.collect",
            "io.guanxi.mart",
            "io.guanxi.audience",
            "io.guanxi.tag",
            "io.guanxi.experiment",
            "io.guanxi.messaging",
            "io.guanxi.journey",
            "io.guanxi.workbench",
            "io.guanxi.wecom"
        },
        excludeFilters = @Filter(type = FilterType.CUSTOM, classes = Worker.WorkOfTheServer.class))
@ConfigurationPropertiesScan
@ImportAutoConfiguration({
    FlywayAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
final class Worker {

    Worker(GuanxiSettings settings) {
        if (settings.database().embedded()) {
            throw new CannotStart(
                    "a worker has no database of its own",
                    "name the server's by GUANXI_DATABASE_URL, GUANXI_DATABASE_USER and GUANXI_DATABASE_PASSWORD");
        }
    }

    /** Starts it; it prints {@code ready worker} when it works. */
    static void start(String... arguments) {
        SpringApplication application = new SpringApplication(Worker.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.setAdditionalProfiles("worker");
        Guanxi.start(application, arguments);
        System.out.println("ready worker");
        System.out.flush();
    }

    @Bean
    static LazyInitializationExcludeFilter itsWork() {
        return (_, _, type) -> type == Worker.class || type.isAnnotationPresent(SharedWork.class);
    }

    /** The server brings the database into shape. */
    @Bean
    @Primary
    static FlywayMigrationStrategy onlyLook() {
        return flyway -> {
            Migrations.requireCurrent(flyway);
            requireReal(JdbcClient.create(flyway.getConfiguration().getDataSource()));
        };
    }

    /** A sandbox's clock is moved by its server, which does not wait for others. */
    private static void requireReal(JdbcClient postgres) {
        if (postgres.sql("SELECT sandbox FROM sandbox_time")
                .query(Boolean.class)
                .optional()
                .orElse(false)) {
            throw new CannotStart(
                    "the server is a sandbox, whose clock only the server itself follows",
                    "let the server work alone, or begin a real brand");
        }
    }

    /** Threads, listeners and what answers requests, but for what is shared. */
    static final class WorkOfTheServer implements TypeFilter {

        private final TypeFilter actsByItself = new StoppedStores.ActsByItself();

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return !type.getAnnotationMetadata().hasAnnotation(SharedWork.class.getName())
                    && (type.getClassMetadata().getClassName().startsWith("io.guanxi.access.web.")
                            || actsByItself.match(type, types));
        }
    }
}
