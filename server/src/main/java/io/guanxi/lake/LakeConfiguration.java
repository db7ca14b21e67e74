package io.guanxi.lake;

import com.zaxxer.hikari.HikariDataSource;
import io.guanxi.platform.DataFolder;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The Iceberg catalog, kept in the same PostgreSQL. */
@Configuration(proxyBeanMethods = false)
class LakeConfiguration {

    @Bean
    JdbcCatalog lakeCatalog(DataSource database, DataFolder folder) throws SQLException {
        return EventTable.catalog(database.unwrap(HikariDataSource.class), folder.lake());
    }
}
