package io.guanxi.journey.engine;

import io.guanxi.audience.AudienceChange;
import io.guanxi.audience.AudienceChanges;
import io.guanxi.audience.expression.Expression;
import io.guanxi.experiment.Holdouts;
import io.guanxi.journey.graph.Graph;
import io.guanxi.journey.graph.GraphCheck;
import io.guanxi.journey.graph.GraphReader;
import io.guanxi.journey.graph.Node;
import io.guanxi.journey.store.JourneyGate;
import io.guanxi.platform.Brand;
import io.guanxi.testing.JourneyCounts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The engine alone, on a PostgreSQL that all tests share, with a clock, events and audiences that the test sets. */
final class SmallBrand {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DataSource SERVER = start();
    private static final DataSource DATABASE = connection();
    private static final int MOST_TURNS = 300;
    private static final Duration LONGEST_FREEZE = Duration.ofSeconds(30);

    /** An audience, or a template, that was deleted. */
    static final long MISSING = 404;

    /** The arm of a member in the one experiment there is; every third is in none. */
    static Optional<String> armOf(int member) {
        return switch (member % 3) {
            case 0 -> Optional.of("a");
            case 1 -> Optional.of("b");
            default -> Optional.empty();
        };
    }

    /** Notes what is done, in the transaction that moves the member; nothing else ever takes it on, so all that is to be said waits. */
    private record Noting(JdbcClient postgres) implements Deeds {
        @Override
        public Map<String, RoaringBitmap> part(Node.Trial trial, RoaringBitmap members, Instant at) {
            Map<String, RoaringBitmap> arms = Map.of("a", new RoaringBitmap(), "b", new RoaringBitmap());
            members.forEach((int member) -> armOf(member)
                    .ifPresent(arm -> Objects.requireNonNull(arms.get(arm)).add(member)));
            return arms;
        }

        @Override
        public void say(Published journey, Node.Message message, Moving.Standing walkers) {
            if (message.template() == MISSING) {
                throw new UnsupportedOperationException("there is no template");
            }
            postgres.sql("INSERT INTO effect (kind, key, member_no, node, what) SELECT 'message', " + Moving.KEY
                            + ", member_no, :node, :what FROM moving WHERE node = :number AND rest = 0")
                    .param("node", message.key())
                    .param("what", "template " + message.template())
                    .param("number", walkers.node())
                    .update();
        }

        @Override
        public int unsay(String reason, boolean service) {
            postgres.sql("""
                            UPDATE effect e SET unsaid = TRUE FROM leaving l
                            WHERE e.kind = 'message' AND e.member_no = l.member_no AND starts_with(e.key, l.prefix)""").update();
            return 0;
        }

        @Override
        public int unsayAll(long journey, int except, String reason) {
            throw new UnsupportedOperationException("no journey is stopped here");
        }

        @Override
        public void tag(Published journey, Node.Tagging tagging, RoaringBitmap members) {
            members.forEach((int member) -> postgres.sql("""
                            INSERT INTO effect (kind, key, member_no, node, what)
                            VALUES ('tag', concat_ws(':', 'journey', :journey::text, '', :node, :member::text), :member, :node, :what)
                            ON CONFLICT DO NOTHING""")
                    .param("journey", journey.journey())
                    .param("node", tagging.key())
                    .param("member", member)
                    .param("what", tagging.add() + " " + tagging.remove())
                    .update());
        }

        @Override
        public void grant(Published journey, Node.Points points, List<Moving.Walker> walkers) {
            note("points", points.key(), Integer.toString(points.points()), walkers);
        }

        @Override
        public RoaringBitmap heldOut(RoaringBitmap members) {
            return new RoaringBitmap();
        }

        @Override
        public void call(Published journey, Node.Webhook webhook, List<Moving.Walker> walkers) {
            note("call", webhook.key(), webhook.url(), walkers);
        }

        /** A key that comes twice is refused: what is done is done once. */
        private void note(String kind, String node, String what, List<Moving.Walker> walkers) {
            walkers.forEach(walker -> postgres.sql(
                            "INSERT INTO effect (kind, key, member_no, node, what) VALUES (?, ?, ?, ?, ?)")
                    .params(kind, walker.key(), walker.memberNo(), node, what)
                    .update());
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final JdbcClient postgres = JdbcClient.create(DATABASE);
    final Map<Long, RoaringBitmap> audiences = new HashMap<>();
    private final List<Arrived> arrived = new ArrayList<>();
    private final List<AudienceChange> changed = new ArrayList<>();
    private Instant now;

    /** Something a member did. */
    record Happening(int member, String event, @Nullable String object, String properties) {}

    private record Arrived(Happening what, Instant ts) {}

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    SmallBrand(Instant begin) {
        now = begin;
        postgres.sql("""
                CREATE TABLE IF NOT EXISTS effect (
                    kind text, key text, member_no integer, node text, what text, unsaid boolean DEFAULT FALSE, UNIQUE (kind, key));
                TRUNCATE effect, journey_key, journey_enrolment, journey_history, journey_count, journey_instance, journey_node, journey_version, journey,
                    trait, member_alias, member;
                INSERT INTO member (member_no, created_at, changed) SELECT n, now(), 0 FROM generate_series(1, 20) n;
                UPDATE journey_position SET alias_change = 0
                """).update();
    }

    private static DataSource start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("jit", "off")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    server.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
            DataSource source = server.getPostgresDatabase();
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration/identity", "classpath:db/migration/journey")
                    .load()
                    .migrate();
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return one connection, for all that a process does} */
    private static DataSource connection() {
        try {
            return new SingleConnectionDataSource(SERVER.getConnection(), true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Instant now() {
        return now;
    }

    void at(Instant instant) {
        now = instant;
    }

    void happens(int member, String event, @Nullable String object, String properties) {
        arrived.add(new Arrived(new Happening(member, event, object, properties), now));
    }

    /** Something happened a while ago, and is told only now. */
    void happened(Duration ago, int member, String event) {
        arrived.add(new Arrived(new Happening(member, event, null, "{}"), now.minus(ago)));
    }

    /** A member turns out to be another. */
    void merge(int member, int into) {
        postgres.sql("INSERT INTO member_alias SELECT ?, ?, coalesce(max(changed), 0) + 1 FROM member_alias")
                .params(member, into)
                .update();
        postgres.sql("DELETE FROM member WHERE member_no = ?").param(member).update();
    }

    void changes(AudienceChange change) {
        changed.add(change);
    }

    void trait(int member, String name, String value) {
        postgres.sql("INSERT INTO trait (member_no, name, value, ts, source, event_id) VALUES (?, ?, ?, now(), '', '')")
                .params(member, name, JSON.writeValueAsString(value))
                .update();
    }

    /** {@return the number of a new version of a journey, which members enter from now on} */
    int publish(long journey, Graph graph) {
        if (!GraphCheck.faults(graph).isEmpty()) {
            throw new IllegalArgumentException(GraphCheck.faults(graph).toString());
        }
        postgres.sql("""
                        INSERT INTO journey (id, name, state, draft, owner, created_at, changed_at) OVERRIDING SYSTEM VALUE
                        VALUES (?, 'test', 'RUNNING', '{}', 'test', now(), now()) ON CONFLICT DO NOTHING""").param(journey).update();
        int version = postgres.sql("""
                        INSERT INTO journey_version (journey_id, version, definition, note, published_by, published_at)
                        SELECT id, published + 1, ?::jsonb, '', '', now() FROM journey WHERE id = ? RETURNING id""")
                .params(JSON.writeValueAsString(graph), journey)
                .query(Integer.class)
                .single();
        postgres.sql("INSERT INTO journey_node (version_id, key) SELECT ?, unnest(?::text[])")
                .params(version, graph.nodes().stream().map(Node::key).toArray(String[]::new))
                .update();
        postgres.sql("UPDATE journey SET published = published + 1, version_id = ? WHERE id = ?")
                .params(version, journey)
                .update();
        return version;
    }

    static Graph read(String json) {
        return switch (GraphReader.read(JSON.readTree(json.replace('\'', '"')))) {
            case GraphReader.Understood(Graph graph) -> graph;
            case GraphReader.Refused(var fault) -> throw new IllegalArgumentException(fault.toString());
        };
    }

    JourneyEngine engine(int batch) {
        return engine(
                batch,
                new TransactionTemplate(new DataSourceTransactionManager(DATABASE)),
                postgres,
                LONGEST_FREEZE,
                new Noting(postgres));
    }

    /** {@return the engine of another process, on a connection of its own, which PostgreSQL ends where nothing comes for a while} */
    JourneyEngine otherEngine(Duration longestFreeze, Deeds deeds) {
        DataSource own = connection();
        return engine(
                100,
                new TransactionTemplate(new DataSourceTransactionManager(own)),
                JdbcClient.create(own),
                longestFreeze,
                deeds);
    }

    /** An engine whose transactions die now and then, after all was done and before it is committed. */
    JourneyEngine dyingEngine(int batch, java.util.Random dice) {
        TransactionTemplate dying = new TransactionTemplate(new DataSourceTransactionManager(DATABASE)) {
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
                return super.execute(status -> {
                    T done = action.doInTransaction(status);
                    if (dice.nextInt(3) == 0) {
                        throw new Killed();
                    }
                    return done;
                });
            }
        };
        return engine(batch, dying, postgres, LONGEST_FREEZE, new Noting(postgres));
    }

    private JourneyEngine engine(
            int batch, TransactionTemplate transaction, JdbcClient own, Duration longestFreeze, Deeds deeds) {
        Questions questions = new Questions() {
            @Override
            public RoaringBitmap holding(Expression expression, RoaringBitmap among) {
                return RoaringBitmap.and(members(((Expression.InAudience) expression).id()), among);
            }

            @Override
            public RoaringBitmap members(long audience) {
                if (audience == MISSING) {
                    throw new IllegalArgumentException("there is no audience " + audience);
                }
                return audiences.getOrDefault(audience, new RoaringBitmap());
            }
        };
        return new JourneyEngine(
                own,
                transaction,
                new JourneyGate(own, longestFreeze),
                new PublishedJourneys(own, JSON),
                Holdouts.NONE,
                () -> own.sql("SELECT coalesce(max(changed), 0) FROM member_alias")
                        .query(Long.class)
                        .single(),
                questions,
                deeds,
                (_, most, reaction) -> arrive(transaction, own, most, reaction),
                new AudienceChanges() {
                    @Override
                    public int consume(String consumer, int most, Consumer<AudienceChange> reaction) {
                        transaction.executeWithoutResult(_ -> changed.forEach(reaction));
                        int taken = changed.size();
                        changed.clear();
                        return taken;
                    }
                },
                new Brand("test", ZONE, Currency.getInstance("CNY")),
                new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now;
                    }
                },
                batch,
                new Lanes(1));
    }

    private int arrive(TransactionTemplate transaction, JdbcClient own, int most, IntConsumer reaction) {
        List<Arrived> taken = arrived.subList(0, Math.min(most, arrived.size()));
        if (taken.isEmpty()) {
            return 0;
        }
        transaction.executeWithoutResult(_ -> {
            own.sql("""
                    CREATE TEMPORARY TABLE IF NOT EXISTS arrived_event (
                        position bigint, event text, ts timestamptz, identifiers text, member_no integer, community text,
                        amount numeric, quantity double precision, object text, properties jsonb, source text)
                    ON COMMIT DELETE ROWS
                    """).update();
            for (int i = 0; i < taken.size(); i++) {
                Happening it = taken.get(i).what();
                own.sql("""
                                INSERT INTO arrived_event (position, event, ts, member_no, object, properties)
                                VALUES (:position, :event, :ts, :member, :object, :properties::jsonb)""")
                        .param("position", i)
                        .param("event", it.event())
                        .param("ts", OffsetDateTime.ofInstant(taken.get(i).ts(), ZoneOffset.UTC))
                        .param("member", it.member())
                        .param("object", it.object(), java.sql.Types.VARCHAR)
                        .param("properties", it.properties())
                        .update();
            }
            reaction.accept(taken.size());
        });
        int passed = taken.size();
        taken.clear();
        return passed;
    }

    /** Turns until nothing is left to do; what dies is done again. */
    void settle(JourneyEngine engine) {
        int turns = 0;
        for (int quiet = 0; quiet < 2; ) {
            if (turns++ > MOST_TURNS) {
                throw new AssertionError("it does not come to rest: "
                        + postgres.sql("SELECT coalesce(max(trouble), 'no trouble') FROM journey")
                                .query(String.class)
                                .single()
                        + " at " + now + "\n"
                        + String.join("\n", instances()).replaceAll("( [0-9]+ n[0-9]+ [a-z0-9-]+){6,}", " ...")
                        + postgres.sql("SELECT id || definition::text FROM journey_version")
                                .query(String.class)
                                .list());
            }
            try {
                quiet = engine.turn() || troubled() || !arrived.isEmpty() || !changed.isEmpty() ? 0 : quiet + 1;
            } catch (Killed killed) {
                quiet = 0;
            }
        }
    }

    private boolean troubled() {
        return postgres.sql("SELECT count(*) FROM journey WHERE trouble IS NOT NULL")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** {@return all instances with their history, in words, sorted} */
    List<String> instances() {
        return postgres.sql("""
                        SELECT format('%s %s/%s entered %s at %s due %s%s goal %s ended %s %s:%s', i.journey_id, i.member_no, i.key,
                                      extract(epoch FROM entered_at)::bigint, n.key,
                                      CASE WHEN ended = 0 THEN coalesce(extract(epoch FROM due_at)::bigint::text, '-') ELSE '-' END,
                                      CASE WHEN arriving THEN ' arriving' ELSE '' END,
                                      coalesce(extract(epoch FROM goal_at)::bigint::text, '-'),
                                      coalesce(extract(epoch FROM ended_at)::bigint::text, '-'), coalesce(outcome, '-'),
                                      (SELECT string_agg(format(' %s %s %s', extract(epoch FROM h.at)::bigint, hn.key, h.outcome),
                                                         '' ORDER BY h.at, h.ctid)
                                       FROM journey_history h JOIN journey_node hn ON hn.id = h.node
                                       WHERE h.instance_id = i.id)) AS said
                        FROM journey_instance i JOIN journey_node n ON n.id = i.node ORDER BY 1""").query(String.class).list();
    }

    /**
     * {@return what was done to members, in words, sorted: what, by which journey, at which node and when. A tag is on or off, however
     * often it was put on.}
     */
    List<String> effects() {
        return postgres.sql("""
                        SELECT format('%s %s %s %s %s%s%s', kind, split_part(key, ':', 2), node, member_no, what,
                                      CASE WHEN kind <> 'tag' THEN ' at ' || split_part(key, ':', 5)::bigint / 1000 END,
                                      CASE WHEN unsaid THEN ' unsaid' END)
                        FROM effect""").query(String.class).list().stream().sorted().toList();
    }

    /** {@return how often something happened at a node, of all versions} */
    long count(String node, String outcome) {
        return postgres.sql("""
                        SELECT coalesce(sum(c.n), 0) FROM journey_count c JOIN journey_node n ON n.id = c.node
                        WHERE n.key = ? AND c.outcome = ?""").params(node, outcome).query(Long.class).single();
    }

    /** {@return members who are in a journey, and where, in the order of their numbers} */
    List<String> inside(long journey) {
        return postgres.sql("""
                        SELECT i.member_no || ' ' || n.key FROM journey_instance i JOIN journey_node n ON n.id = i.node
                        WHERE i.journey_id = ? AND i.ended = 0 ORDER BY i.member_no, i.id""").param(journey).query(String.class).list();
    }

    /** {@return why a journey does not get on; empty where it does} */
    String trouble(long journey) {
        return postgres.sql("SELECT coalesce(trouble, '') FROM journey WHERE id = ?")
                .param(journey)
                .query(String.class)
                .single();
    }

    /** {@return nodes whose counts do not agree with who stands there} */
    List<String> wrongCounts() {
        return JourneyCounts.wrong(postgres);
    }
}
