package io.guanxi.lake;

import com.zaxxer.hikari.HikariDataSource;
import io.guanxi.platform.DataFolder;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The Iceberg catalog, kept in the same PostgreSQL. */
@Configuration(proxyBeanMethods = false)
class LakeConfiguration {

    @Bean
    Warehouse warehouse(DataSource database, DataFolder folder) {
        JdbcClient sql = JdbcClient.create(database);
        boolean made = sql.sql("SELECT to_regclass('iceberg_tables') IS NOT NULL")
                .query(Boolean.class)
                .single();
        return Warehouse.of(folder.lake(), made ? metadata(sql) : Optional.empty());
    }

    @Bean
    JdbcCatalog lakeCatalog(DataSource database, Warehouse warehouse) throws SQLException {
        return EventTable.catalog(database.unwrap(HikariDataSource.class), warehouse);
    }

    private static Optional<String> metadata(JdbcClient sql) {
        return sql.sql("""
                        SELECT metadata_location FROM iceberg_tables
                        WHERE catalog_name = 'guanxi' AND table_namespace = 'guanxi' AND table_name = 'event'
                        """).query(String.class).optional();
    }
}
