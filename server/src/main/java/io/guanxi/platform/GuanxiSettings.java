package io.guanxi.platform;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * All settings, as {@code guanxi.*} or {@code GUANXI_*}; see {@code docs/operations.md}.
 *
 * @param data folder for everything the server keeps
 * @param brand whose private domain this is
 * @param database an external PostgreSQL; an empty URL means the embedded one
 * @param firstAccess the first credentials; what is empty is generated and printed once
 * @param sandbox whether the clock may be advanced; fixed with the first start on a data folder, never true for a real brand
 */
@ConfigurationProperties("guanxi")
public record GuanxiSettings(Path data, Brand brand, Database database, FirstAccess firstAccess, boolean sandbox) {

    /**
     * An external database.
     *
     * @param url JDBC URL, or empty
     * @param user user name, or empty
     * @param password password, or empty
     */
    public record Database(String url, String user, String password) {

        /** {@return whether PostgreSQL runs as a child of this server} */
        public boolean embedded() {
            return url.isBlank();
        }
    }

    /**
     * Credentials for the first start.
     *
     * @param adminPassword password of the user {@code admin}, or empty
     * @param apiKey API key with all rights, or empty
     * @param writeKey tracking key, or empty
     */
    public record FirstAccess(String adminPassword, String apiKey, String writeKey) {}
}
