package io.guanxi.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** PostgreSQL: a child process, or an external one by URL. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final Logger log = LoggerFactory.getLogger(DatabaseConfiguration.class);
    private static final int CONNECTIONS = 24;
    private static final int ANSWER_SECONDS = 10;

    @Bean
    @RealTime
    Clock realTime() {
        return Clock.systemUTC();
    }

    @Bean
    @Primary
    BrandTime brandTime(@RealTime Clock real) {
        return new BrandTime(real);
    }

    @Bean
    Brand brand(GuanxiSettings settings) {
        return settings.brand();
    }

    @Bean
    @Conditional(WhenEmbedded.class)
    EmbeddedDatabase embeddedDatabase(DataFolder folder) throws IOException {
        return new EmbeddedDatabase(folder);
    }

    @Bean
    @Conditional(WhenEmbedded.class)
    DataSource embeddedDataSource(EmbeddedDatabase database) {
        return pool(database.jdbcUrl(), EmbeddedDatabase.USER, database.password());
    }

    @Bean
    @Conditional(WhenExternal.class)
    DataSource externalDataSource(GuanxiSettings settings) {
        GuanxiSettings.Database database = settings.database();
        requireAnswer(database);
        return pool(database.url(), database.user(), database.password());
    }

    @Bean
    @Conditional(WhenEmbedded.class)
    Revival revival(EmbeddedDatabase database) {
        return new Revival(database);
    }

    private static void requireAnswer(GuanxiSettings.Database database) {
        DriverManager.setLoginTimeout(ANSWER_SECONDS);
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            log.info(
                    "using PostgreSQL {} at {}",
                    connection.getMetaData().getDatabaseProductVersion(),
                    withoutParameters(database.url()));
        } catch (SQLException e) {
            throw new CannotStart(
                    "PostgreSQL at " + withoutParameters(database.url()) + " cannot be used: " + e.getMessage(),
                    "see GUANXI_DATABASE_URL (like jdbc:postgresql://host:5432/guanxi), GUANXI_DATABASE_USER and"
                            + " GUANXI_DATABASE_PASSWORD; without the first one the server brings its own PostgreSQL");
        }
    }

    /** Parameters of the URL may be secrets. */
    private static String withoutParameters(String url) {
        return url.replaceAll("\\?.*", "");
    }

    private static HikariDataSource pool(String url, String user, String password) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(10_000);
        pool.setKeepaliveTime(60_000);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        // Tables grow from nothing to millions between two analyses: a plan is made for the rows there are, never kept.
        pool.addDataSourceProperty("options", "-c TimeZone=UTC -c plan_cache_mode=force_custom_plan");
        return pool;
    }

    static class WhenEmbedded implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment()
                    .getProperty("guanxi.database.url", "")
                    .isBlank();
        }
    }

    static class WhenExternal extends WhenEmbedded {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !super.matches(context, metadata);
        }
    }
}
