package io.guanxi.identity;

import io.guanxi.platform.DuckDb;
import io.guanxi.platform.EventBatch;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The identity module alone, on a PostgreSQL and a DuckDB that all tests share; {@link #empty} forgets everyone. */
final class TestMembers {

    static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final TestMembers SHARED = start();

    final EmbeddedPostgres server;
    final DuckDb staging;
    final JdbcClient postgres;
    final Identities identities;
    final MemberRecords records;
    final TransactionTemplate transaction;

    private TestMembers(
            EmbeddedPostgres server,
            DuckDb staging,
            JdbcClient postgres,
            Identities identities,
            MemberRecords records,
            TransactionTemplate transaction) {
        this.records = records;
        this.transaction = transaction;
        this.server = server;
        this.staging = staging;
        this.postgres = postgres;
        this.identities = identities;
    }

    private static TestMembers start() {
        try {
            Path temp = Files.createTempDirectory("guanxi-identity");
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C.UTF-8")
                    .start();
            DataSource source = server.getPostgresDatabase();
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration/identity")
                    .load()
                    .migrate();
            JdbcClient postgres = JdbcClient.create(source);
            PostgresCopy copy = new PostgresCopy(source);
            Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
            TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
            MemberRecords records = new MemberRecords(postgres);
            ConsentTable consents = new ConsentTable(postgres, transaction, clock);
            Resolver resolver =
                    new Resolver(postgres, transaction, copy, new IdentifierRules(postgres), consents, clock, temp);
            Identities identities = new Identities(resolver, records, consents, copy);
            TestMembers members =
                    new TestMembers(server, DuckDb.inMemory(temp, "1GB"), postgres, identities, records, transaction);
            Runtime.getRuntime().addShutdownHook(new Thread(members::stop));
            return members;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the shared members, all forgotten} */
    static TestMembers empty() {
        SHARED.postgres.sql("""
                TRUNCATE member, member_alias, member_merge, identifier, identifier_refusal,
                    trait, consent, consent_change, erasure;
                UPDATE member_counter SET gone = 0, last_member = 0
                """).update();
        return SHARED;
    }

    /** A batch that was resolved: the members by event id; unresolved events are missing. */
    record Resolved(Resolution resolution, Map<String, Integer> members) {

        int of(String eventId) {
            return members.getOrDefault(eventId, 0);
        }
    }

    Resolved resolve(TestEvent... events) {
        return resolve(List.of(events));
    }

    Resolved resolve(List<TestEvent> events) {
        try (EventBatch batch = EventBatch.in(staging)) {
            events.forEach(event -> event.stageIn(batch));
            Resolution resolution = identities.resolve(batch, done -> done);
            Map<String, Integer> members = new TreeMap<>();
            batch.sql()
                    .sql("SELECT event_id, member_no FROM event WHERE member_no IS NOT NULL")
                    .query(row -> {
                        members.put(row.getString(1), row.getInt(2));
                    });
            return new Resolved(resolution, members);
        }
    }

    /** {@return live members in order} */
    List<Integer> live() {
        return postgres.sql("SELECT member_no FROM member ORDER BY member_no")
                .query(Integer.class)
                .list();
    }

    /** {@return kind:key of all identifiers, by member} */
    Map<Integer, List<String>> identifiers() {
        Map<Integer, List<String>> identifiers = new TreeMap<>();
        postgres.sql("""
                SELECT member_no, string_agg(kind || ':' || key, ' ' ORDER BY kind, key) AS held
                FROM identifier
                GROUP BY member_no
                """).query(row -> {
            identifiers.put(row.getInt(1), List.of(row.getString(2).split(" ")));
        });
        return identifiers;
    }

    private void stop() {
        try {
            staging.close();
            server.close();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
