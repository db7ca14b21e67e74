package io.guanxi.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL as a child process, its data kept in the data folder. It survives its own kill -9: {@link #revive} starts a
 * dead child again on the same port. An orphan left by a killed server is stopped before a new child starts.
 */
final class EmbeddedDatabase implements AutoCloseable {

    static final String USER = "postgres";
    static final String MAJOR_VERSION = "18";
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration START_WAIT = Duration.ofSeconds(60);

    private final Path directory;
    private final Path passwordFile;
    private final Path unfinished;
    private final String password;
    private EmbeddedPostgres postgres;
    private boolean gone;

    EmbeddedDatabase(DataFolder folder) throws IOException {
        this.directory = folder.postgres();
        this.passwordFile = folder.root().resolve("postgres.password");
        this.password =
                Files.exists(passwordFile) ? Files.readString(passwordFile).strip() : randomPassword();
        this.unfinished = folder.root().resolve("postgres.unfinished");
        requireReadable();
        stopOrphan();
        discardUnfinished();
        this.postgres = start(0);
        protect();
    }

    int port() {
        return postgres.getPort();
    }

    String password() {
        return password;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/postgres";
    }

    /** Starts the child again if it died; does nothing while it lives. */
    synchronized void revive() {
        if (postmaster().filter(ProcessHandle::isAlive).isPresent()) {
            return;
        }
        if (!Files.exists(directory.resolve("PG_VERSION"))) {
            if (!gone) {
                log.error("PostgreSQL's data directory {} is gone; nothing is made in its place", directory);
            }
            gone = true;
            return;
        }
        gone = false;
        int port = postgres.getPort();
        log.warn("PostgreSQL died; starting it again on port {}", port);
        try {
            postgres.close(); // releases the lock file of the dead child
            postgres = start(port);
        } catch (IOException | RuntimeException e) {
            log.error("PostgreSQL cannot be started; trying again", e);
        }
    }

    private EmbeddedPostgres start(int port) throws IOException {
        Path binaries = Path.of(System.getProperty("user.home"), ".cache", "guanxi", "postgres");
        Files.createDirectories(binaries);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_WAIT)
                .setLocaleConfig("locale", "C.UTF-8")
                .setConnectConfig("password", password)
                .setServerConfig("fsync", "on") // the library, made for tests, turns these two off
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("effective_cache_size", "2GB")
                .setServerConfig("maintenance_work_mem", "256MB")
                .setServerConfig("work_mem", "32MB")
                .setServerConfig("random_page_cost", "1.1") // a disk without moving parts
                .setServerConfig("wal_level", "minimal") // nothing follows it; an index made anew is not written twice
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("checkpoint_timeout", "10min")
                .setServerConfig("jit", "off")
                .setServerConfig("log_min_messages", "fatal");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    /** PostgreSQL reads only what its own major version wrote. */
    private void requireReadable() throws IOException {
        Path written = directory.resolve("PG_VERSION");
        String version = Files.exists(written) ? Files.readString(written).strip() : MAJOR_VERSION;
        if (!version.equals(MAJOR_VERSION)) {
            throw new CannotStart(
                    "the data in %s are of PostgreSQL %s, and this version of Guanxi brings PostgreSQL %s"
                            .formatted(directory, version, MAJOR_VERSION),
                    "start the version of Guanxi that wrote them");
        }
    }

    /** After the first start: a password instead of trust for everyone on this machine. */
    private void protect() throws IOException {
        if (Files.exists(passwordFile)) {
            return;
        }
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE postgres PASSWORD '" + password + "'");
            Files.writeString(directory.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
            Files.writeString(passwordFile, password);
            OwnerOnly.protect(passwordFile);
            statement.execute("SELECT pg_reload_conf()");
            Files.deleteIfExists(unfinished);
        } catch (SQLException e) {
            throw new IOException("cannot protect the embedded PostgreSQL", e);
        }
    }

    /** A first start that was cut off leaves half a cluster, without data, that no start can use: it is made anew. */
    private void discardUnfinished() throws IOException {
        if (Files.exists(passwordFile)) {
            return;
        }
        if (Files.exists(unfinished)) {
            log.warn("the first start was cut off; making PostgreSQL's data directory anew");
            FileSystemUtils.deleteRecursively(directory);
        } else if (!Files.exists(directory)) {
            Files.createFile(unfinished);
        }
    }

    private void stopOrphan() {
        postmaster().filter(EmbeddedDatabase::isPostgres).ifPresent(orphan -> {
            log.info("stopping the PostgreSQL child of a server that was killed");
            orphan.destroy();
            try {
                orphan.onExit().get(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                orphan.destroyForcibly();
            }
        });
    }

    private Optional<ProcessHandle> postmaster() {
        try {
            List<String> lines = Files.readAllLines(directory.resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(true);
    }

    private static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public synchronized void close() throws IOException {
        postgres.close();
    }
}
