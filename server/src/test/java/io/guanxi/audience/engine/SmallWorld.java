package io.guanxi.audience.engine;

import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.NaiveEvaluator;
import io.guanxi.audience.expression.References;
import io.guanxi.platform.DuckDb;
import io.guanxi.value.ValueModel;
import io.guanxi.value.ValueModel.LayerRules;
import io.guanxi.value.ValueModel.StageRules;
import io.guanxi.value.model.ValueModels;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * A brand of a few members, held twice: as records for whoever reads them one by one, and as a mart with its lake in DuckDB for
 * the engine. Nothing is settled or folded but by {@link #arrive}.
 */
public final class SmallWorld implements Ground, Knowledge, AutoCloseable {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    /** Rules so short that a few weeks of events meet all of them. */
    public static final ValueModel MODEL = shortRules();

    private static ValueModel shortRules() {
        ValueModel standard = ValueModels.standard();
        return new ValueModel(
                standard.highValueAbove(),
                standard.dimensions(),
                standard.events(),
                List.of("Message Sent", "Community Role Changed"),
                new StageRules(
                        new StageRules.Interest(1, List.of("Message Sent")),
                        new StageRules.Purchase(2),
                        new StageRules.Loyalty(1, 2, 10, List.of("Checked In"))),
                new LayerRules(2, 20, 2, 30),
                standard.levels(),
                standard.rfm(),
                standard.topSpenders());
    }

    /** An event. */
    public record Happening(
            int member,
            String event,
            Instant ts,
            @Nullable Double amount,
            @Nullable Double quantity,
            @Nullable String object,
            @Nullable String community,
            Map<String, Object> properties) {

        public LocalDate day() {
            return LocalDate.ofInstant(ts, ZONE);
        }

        /** Of two, so that a condition can tell them apart. */
        public String source() {
            return object == null ? "import" : "test";
        }

        public int hour() {
            return ts.atZone(ZONE).getHour();
        }
    }

    /** What the last run found of a member. */
    public record Scores(
            LocalDate joined,
            Map<String, @Nullable Double> figures,
            String stage,
            long interestHeld,
            long purchaseHeld,
            long loyaltyHeld,
            String layer,
            String level,
            boolean highValue,
            boolean topSpender,
            long recentDays) {}

    /** Where a member belongs or belonged. */
    public record Stay(int member, String community, boolean belongs) {}

    /** A live member. */
    public record Person(
            int no, LocalDate created, @Nullable String channel) {}

    public final Map<Integer, Person> members = new HashMap<>();
    public final Map<Integer, Integer> aliases = new HashMap<>();
    public final Map<Integer, Scores> scores = new HashMap<>();
    public final List<Happening> happenings = new ArrayList<>();
    public final List<Stay> stays = new ArrayList<>();
    public final Map<String, String> communityStages = new HashMap<>();
    public final Map<Integer, Map<String, String>> traits = new HashMap<>();
    public final Map<Integer, Map<String, Boolean>> consents = new HashMap<>();
    public final Map<Long, Expression> definitions = new HashMap<>();
    public final Map<Long, RoaringBitmap> lists = new HashMap<>();
    public final Map<References.Snapshot, RoaringBitmap> snapshots = new HashMap<>();
    public final Map<Integer, Set<Integer>> tags = new HashMap<>();
    private final List<Integer> tagChanges = new ArrayList<>();
    public LocalDate today = TODAY;
    public int definitionsRead;

    private final DuckDb duck = DuckDb.inMemory(Path.of(System.getProperty("java.io.tmpdir")), "512MB");
    private final RoaringBitmap touched = new RoaringBitmap();
    private final Engine engine;
    private long sequence;
    private long run = 1;
    private boolean followed;

    public SmallWorld() {
        for (String statement : List.of(
                "CREATE TABLE event_name (event_no INTEGER, event VARCHAR)",
                "CREATE TABLE community_key (community_no INTEGER, community VARCHAR)",
                "CREATE TABLE member_day (member_no INTEGER, day DATE, event_no INTEGER, n INTEGER, amount DECIMAL(18,2), "
                        + "quantity DOUBLE, first_ts TIMESTAMP, last_ts TIMESTAMP)",
                "CREATE VIEW event_member AS SELECT event_no, day, member_no, n FROM member_day",
                "CREATE TABLE member (member_no INTEGER, created_day DATE, channel VARCHAR)",
                "CREATE TABLE member_alias (member_no INTEGER, into_no INTEGER)",
                "CREATE TABLE member_score (member_no INTEGER, joined_day DATE, value DECIMAL(9, 4), recency_days INTEGER, "
                        + "r TINYINT, orders INTEGER, stage VARCHAR, interest_held BIGINT, purchase_held BIGINT, "
                        + "loyalty_held BIGINT, layer VARCHAR, level VARCHAR, high_value BOOLEAN, top_spender BOOLEAN, "
                        + "recent_days BIGINT, consumption DECIMAL(9, 4), content DECIMAL(9, 4), interaction DECIMAL(9, 4), "
                        + "social DECIMAL(9, 4), influence DECIMAL(9, 4), frequency INTEGER, monetary DECIMAL(18,2), f TINYINT, "
                        + "m TINYINT, spend DECIMAL(18,2))",
                "CREATE TABLE score_run (run_id BIGINT, as_of DATE)",
                "CREATE TABLE community_member (community_no INTEGER, member_no INTEGER, belongs BOOLEAN)",
                "CREATE TABLE community_score (community_no INTEGER, stage VARCHAR)",
                "CREATE SCHEMA ground",
                "CREATE VIEW ground.member_score AS SELECT * FROM main.member_score",
                "CREATE VIEW ground.score_run AS SELECT * FROM main.score_run",
                "CREATE VIEW ground.community_member AS SELECT * FROM main.community_member",
                "CREATE VIEW ground.community_score AS SELECT * FROM main.community_score",
                "CREATE TABLE lake (batch BIGINT, event VARCHAR, ts TIMESTAMPTZ, day DATE, member_no INTEGER, "
                        + "community VARCHAR, amount DECIMAL(18,2), quantity DOUBLE, object VARCHAR, properties VARCHAR, "
                        + "source VARCHAR)",
                "ATTACH ':memory:' AS audience",
                "CREATE TABLE audience.fresh_member (member_no INTEGER, created_day DATE, channel VARCHAR)",
                "CREATE TABLE audience.fresh_alias (member_no INTEGER, into_no INTEGER)")) {
            duck.client().sql(statement).update();
        }
        engine = new Engine(this, this);
    }

    public Engine engine() {
        return engine;
    }

    public TreeSet<Integer> asked(Expression expression) {
        return numbers(engine.ask(expression, limit()).members());
    }

    public TreeSet<Integer> naive(Expression expression) {
        NaiveEvaluator evaluator = new NaiveEvaluator(this);
        return members.keySet().stream()
                .filter(member -> evaluator.holds(expression, member))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Limit limit() {
        return Limit.of(java.time.Duration.ofSeconds(30));
    }

    static TreeSet<Integer> numbers(RoaringBitmap bitmap) {
        return bitmap.stream().boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    public int survivor(int member) {
        return aliases.getOrDefault(member, member);
    }

    /** A member who is already in the mart. */
    public SmallWorld aMember(int no, int createdDaysAgo, @Nullable String channel) {
        members.put(no, new Person(no, TODAY.minusDays(createdDaysAgo), channel));
        return sql("INSERT INTO member VALUES (?, ?, ?)", no, TODAY.minusDays(createdDaysAgo), channel);
    }

    /** A member whom the mart has not settled yet. */
    public SmallWorld aNewcomer(int no, int createdDaysAgo, @Nullable String channel) {
        members.put(no, new Person(no, TODAY.minusDays(createdDaysAgo), channel));
        touched.add(no);
        return sql("INSERT INTO audience.fresh_member VALUES (?, ?, ?)", no, TODAY.minusDays(createdDaysAgo), channel);
    }

    /** Two members turn out to be one; the mart has not applied it yet. */
    public SmallWorld aMerge(int no, int into) {
        members.remove(no);
        aliases.put(no, into);
        tags.forEach((tag, carriers) -> {
            if (carriers.remove(no)) {
                carriers.add(into);
                tagChanges.add(tag);
            }
        });
        touched.add(no);
        touched.add(into);
        return sql("INSERT INTO audience.fresh_alias VALUES (?, ?)", no, into);
    }

    public SmallWorld anErasure(int no) {
        members.remove(no);
        touched.add(no);
        return sql("DELETE FROM member WHERE member_no = ?", no);
    }

    public SmallWorld scored(int no, Scores found) {
        scores.put(no, found);
        return sql(
                "INSERT INTO member_score VALUES (" + String.join(", ", Collections.nCopies(25, "?")) + ")",
                no,
                found.joined(),
                found.figures().get("value"),
                found.figures().get("recency_days"),
                found.figures().get("r"),
                found.figures().get("orders"),
                found.stage(),
                found.interestHeld(),
                found.purchaseHeld(),
                found.loyaltyHeld(),
                found.layer(),
                found.level(),
                found.highValue(),
                found.topSpender(),
                found.recentDays(),
                found.figures().get("consumption"),
                found.figures().get("content"),
                found.figures().get("interaction"),
                found.figures().get("social"),
                found.figures().get("influence"),
                found.figures().get("frequency"),
                found.figures().get("monetary"),
                found.figures().get("f"),
                found.figures().get("m"),
                found.figures().get("spend"));
    }

    public SmallWorld rescored(int no, Scores found) {
        return sql("DELETE FROM member_score WHERE member_no = ?", no).scored(no, found);
    }

    /** A mart as it is before the first run, which makes these tables. */
    public SmallWorld withoutARun() {
        run = 0;
        return sql("DROP TABLE community_member").sql("DROP TABLE community_score");
    }

    public SmallWorld aRun() {
        run++;
        return sql("DELETE FROM score_run").sql("INSERT INTO score_run VALUES (?, ?)", run, TODAY);
    }

    public SmallWorld aStay(int member, String community, boolean belongs) {
        stays.add(new Stay(member, community, belongs));
        learn("community_key", "community", community);
        return sql(
                "INSERT INTO community_member SELECT community_no, ?, ? FROM community_key WHERE community = ?",
                member,
                belongs,
                community);
    }

    public SmallWorld aCommunity(String key, String stage) {
        communityStages.put(key, stage);
        learn("community_key", "community", key);
        return sql(
                "INSERT INTO community_score SELECT community_no, ? FROM community_key WHERE community = ?",
                stage,
                key);
    }

    public static Instant at(int daysAgo, int hour) {
        return ZonedDateTime.of(TODAY.minusDays(daysAgo).atTime(hour, 30), ZONE).toInstant();
    }

    public SmallWorld anEvent(int member, String event, int daysAgo) {
        return arrive(List.of(new Happening(member, event, at(daysAgo, 12), null, null, null, null, Map.of())));
    }

    /** A batch of events reaches the lake, and the mart follows with its partial sums. */
    public SmallWorld arrive(List<Happening> batch) {
        sequence++;
        for (Happening it : batch) {
            happenings.add(it);
            learn("event_name", "event", it.event());
            sql(
                    "INSERT INTO lake VALUES (?, ?, CAST(? AS TIMESTAMPTZ), ?, ?, ?, ?, ?, ?, ?, ?)",
                    sequence,
                    it.event(),
                    it.ts().toString(),
                    it.day(),
                    it.member(),
                    it.community(),
                    it.amount(),
                    it.quantity(),
                    it.object(),
                    json(it.properties()),
                    it.source());
        }
        return sql("""
                INSERT INTO member_day
                SELECT e.member_no, e.day, n.event_no, count(*), sum(e.amount),
                       CAST(sum(CAST(e.quantity AS DECIMAL(18,3))) AS DOUBLE),
                       make_timestamp(min(epoch_us(e.ts))), make_timestamp(max(epoch_us(e.ts)))
                FROM lake e JOIN event_name n USING (event) WHERE e.batch = ?
                GROUP BY e.member_no, e.day, n.event_no""", sequence);
    }

    private static String json(Map<String, Object> properties) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(properties);
    }

    private void learn(String table, String column, String word) {
        sql(
                "INSERT INTO " + table + " SELECT (SELECT count(*) FROM " + table + ") + 1, ? WHERE NOT EXISTS (FROM "
                        + table + " WHERE " + column + " = ?)",
                word,
                word);
    }

    private SmallWorld sql(String statement, @Nullable Object... values) {
        var spec = duck.client().sql(statement);
        for (Object value : values) {
            spec = spec.param(value);
        }
        spec.update();
        return this;
    }

    @Override
    public Version version() {
        return new Version(sequence, run, today, tagChanges.size());
    }

    @Override
    public Connection connect() {
        try {
            return duck.connect();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String events(Predicate<LocalDate> days) {
        String chosen = happenings.stream()
                .map(Happening::day)
                .filter(days)
                .distinct()
                .map(day -> "DATE '" + day + "'")
                .collect(Collectors.joining(", "));
        return "(SELECT * FROM lake WHERE " + (chosen.isEmpty() ? "false" : "day IN (" + chosen + ")") + ")";
    }

    @Override
    public Optional<String> arrivals(long after, long upTo) {
        return Optional.of("(SELECT * FROM lake WHERE batch > " + after + " AND batch <= " + upTo + ")");
    }

    /** Somebody gets a tag, or loses it. */
    public SmallWorld aTag(int tag, int member, boolean carried) {
        Set<Integer> carriers = tags.computeIfAbsent(tag, _ -> new HashSet<>());
        if (carried) {
            carriers.add(member);
        } else {
            carriers.remove(member);
        }
        tagChanges.add(tag);
        return this;
    }

    @Override
    public Set<Integer> tagsChangedSince(long position) {
        return Set.copyOf(tagChanges.subList((int) position, tagChanges.size()));
    }

    @Override
    public RoaringBitmap tagged(Expression.Tagged tagged, @Nullable RoaringBitmap among, Limit limit) {
        return having(member -> new NaiveEvaluator(this).holds(tagged, member), among);
    }

    @Override
    public int eventNo(String event) {
        return duck.client()
                .sql("SELECT event_no FROM event_name WHERE event = ?")
                .param(event)
                .query(Integer.class)
                .optional()
                .orElse(-1);
    }

    @Override
    public ValueModel model() {
        return MODEL;
    }

    @Override
    public ZoneId zone() {
        return ZONE;
    }

    @Override
    public Changes followMembers() {
        RoaringBitmap live = new RoaringBitmap();
        members.keySet().forEach(live::add);
        RoaringBitmap changed = followed ? touched.clone() : null;
        followed = true;
        touched.clear();
        return new Changes(live, !aliases.isEmpty(), changed);
    }

    @Override
    public void forget(List<Integer> numbers) {
        numbers.forEach(members::remove);
    }

    @Override
    public RoaringBitmap trait(Expression.Trait trait, @Nullable RoaringBitmap among, Limit limit) {
        return having(member -> new NaiveEvaluator(this).holds(trait, member), among);
    }

    @Override
    public RoaringBitmap traitDay(Expression.TraitDay trait, LocalDate on, @Nullable RoaringBitmap among, Limit limit) {
        return having(
                member -> {
                    String said = traits.getOrDefault(member, Map.of()).get(trait.name());
                    return said != null && trait.holdsFor(said, on);
                },
                among);
    }

    @Override
    public RoaringBitmap consent(Expression.Consent consent, @Nullable RoaringBitmap among, Limit limit) {
        return having(member -> new NaiveEvaluator(this).holds(consent, member), among);
    }

    private RoaringBitmap having(Predicate<Integer> holds, @Nullable RoaringBitmap among) {
        RoaringBitmap found = new RoaringBitmap();
        members.keySet().stream()
                .filter(member -> among == null || among.contains(member))
                .filter(holds)
                .forEach(found::add);
        return found;
    }

    @Override
    public Optional<RoaringBitmap> list(long id) {
        return Optional.ofNullable(lists.get(id));
    }

    @Override
    public Optional<Expression> definition(long id) {
        definitionsRead++;
        return Optional.ofNullable(definitions.get(id));
    }

    @Override
    public Optional<RoaringBitmap> snapshot(long id, LocalDate on) {
        return Optional.ofNullable(snapshots.get(new References.Snapshot(id, on)));
    }

    @Override
    public void close() throws SQLException {
        duck.close();
    }
}
