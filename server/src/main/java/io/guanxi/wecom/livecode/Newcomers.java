package io.guanxi.wecom.livecode;

import io.guanxi.collect.Arrivals;
import io.guanxi.identity.MemberRelations;
import io.guanxi.journey.JourneyEntries;
import io.guanxi.lake.LakeAdvanced;
import io.guanxi.messaging.Intent;
import io.guanxi.messaging.Messages;
import io.guanxi.messaging.Origin;
import io.guanxi.platform.Rounds;
import io.guanxi.tag.TagSource;
import io.guanxi.tag.Tagging;
import io.guanxi.tag.Tags;
import io.guanxi.wecom.client.WeCom;
import io.guanxi.wecom.livecode.LiveCode.Promise;
import io.guanxi.wecom.livecode.LiveCodeTable.Miss;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does for newcomers what their live code promises, as soon as it is known which members they are: tags, and the welcome, which
 * has to be said within twenty seconds. Once, for all who came together. What a code promises and is gone keeps nobody waiting: it
 * is left out and noted. Also notes who said something one to one.
 */
@Component
class Newcomers extends Rounds {

    private static final String CONSUMER = "wecom";
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration UNUSED = Duration.ofMinutes(10);
    private static final Duration WELCOME = Duration.ofSeconds(20);
    private static final int AT_ONCE = 2_000;
    private static final int EVENTS = 20_000;
    private static final int FIRST = 9;

    private final JdbcClient postgres;
    private final WeCom wecom;
    private final LiveCodeTable codes;
    private final Tags tags;
    private final Tagging tagging;
    private final Messages messages;
    private final JourneyEntries journeys;
    private final Arrivals arrivals;
    private final TransactionOperations transaction;
    private final Clock clock;

    Newcomers(
            JdbcClient postgres,
            WeCom wecom,
            LiveCodeTable codes,
            Tags tags,
            Tagging tagging,
            Messages messages,
            JourneyEntries journeys,
            Arrivals arrivals,
            TransactionOperations transaction,
            Clock clock) {
        super("wecom-newcomers", "newcomers by live codes wait");
        this.postgres = postgres;
        this.wecom = wecom;
        this.codes = codes;
        this.tags = tags;
        this.tagging = tagging;
        this.messages = messages;
        this.journeys = journeys;
        this.arrivals = arrivals;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener
    void came(LakeAdvanced advanced) {
        wake();
    }

    @Override
    protected Duration round() {
        if (!wecom.ready()) {
            arrivals.leave(CONSUMER);
            return UNUSED;
        }
        int greeted = greet();
        int heard = arrivals.consume(CONSUMER, EVENTS, _ -> noteTalk());
        return greeted == AT_ONCE || heard == EVENTS ? Duration.ZERO : REST;
    }

    private record Newcomer(
            String customer,
            String employee,
            Instant since,
            int member,
            @Nullable Long code,
            @Nullable String name,
            List<Integer> tags,
            @Nullable Long template,
            @Nullable Long journey) {}

    private int greet() {
        if (newcomers().isEmpty()) {
            return 0; // nobody else has to wait for that
        }
        Integer greeted = transaction.execute(_ -> {
            journeys.begin();
            tagging.alone();
            List<Newcomer> newcomers = newcomers();
            Map<Miss, Long> missed = new HashMap<>();
            enter(newcomers, missed);
            tag(newcomers, missed);
            welcome(newcomers, missed);
            done(newcomers);
            codes.skip(missed, clock.instant());
            return newcomers.size();
        });
        return greeted == null ? 0 : greeted;
    }

    private List<Newcomer> newcomers() {
        return postgres.sql("""
                        SELECT o.external_userid, o.employee, o.since, o.member_no, l.id, l.name, coalesce(l.tags, '{}'), l.template,
                               l.journey
                        FROM %s o LEFT JOIN wecom_live_code l ON l.state = o.state
                        WHERE o.member_no IS NOT NULL
                        """.formatted(MemberRelations.owners("""
                                (SELECT external_userid, employee, since, state, 'external_userid' AS kind, external_userid AS key
                                 FROM wecom_contact WHERE greeting_due ORDER BY since DESC LIMIT %d)""".formatted(AT_ONCE))))
                .query((row, _) -> {
                    return new Newcomer(
                            row.getString(1),
                            row.getString(2),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            row.getInt(4),
                            row.getObject(5, Long.class),
                            row.getString(6),
                            List.of((Integer[]) row.getArray(7).getArray()),
                            row.getObject(8, Long.class),
                            row.getObject(9, Long.class));
                })
                .list();
    }

    private void enter(List<Newcomer> newcomers, Map<Miss, Long> missed) {
        Map<Long, Map<Long, RoaringBitmap>> who = new HashMap<>();
        for (Newcomer newcomer : newcomers) {
            Long journey = newcomer.journey();
            if (journey != null && newcomer.code() != null) {
                who.computeIfAbsent(journey, _ -> new HashMap<>())
                        .computeIfAbsent(newcomer.code(), _ -> new RoaringBitmap())
                        .add(newcomer.member());
            }
        }
        who.forEach((journey, byCode) -> byCode.forEach((code, members) -> {
            if (!journeys.enter(journey, members, "live-code:" + code)) {
                missed.put(new Miss(code, Promise.JOURNEY, journey), members.getLongCardinality());
            }
        }));
    }

    /** A tag that is archived or deleted since is left out; one that goes in this very moment has the whole tried again. */
    private void tag(List<Newcomer> newcomers, Map<Miss, Long> missed) {
        record Why(int tag, long code, String name) {}
        Map<Why, RoaringBitmap> who = new HashMap<>();
        for (Newcomer newcomer : newcomers) {
            Long code = newcomer.code();
            if (code != null) {
                for (int tag : newcomer.tags()) {
                    who.computeIfAbsent(new Why(tag, code, String.valueOf(newcomer.name())), _ -> new RoaringBitmap())
                            .add(newcomer.member());
                }
            }
        }
        Set<Integer> inUse = who.keySet().stream()
                .map(Why::tag)
                .distinct()
                .filter(tag -> tags.find(tag)
                        .filter(found -> found.archivedAt() == null)
                        .isPresent())
                .collect(Collectors.toSet());
        who.forEach((why, members) -> {
            if (inUse.contains(why.tag())) {
                tagging.tag(
                        why.tag(),
                        members,
                        new TagSource(TagSource.Kind.CHANNEL, why.name(), "live-code:" + why.code()),
                        null);
            } else {
                missed.put(new Miss(why.code(), Promise.TAG, why.tag()), members.getLongCardinality());
            }
        });
    }

    /** The template may be gone by now; then nothing is said. */
    private void welcome(List<Newcomer> newcomers, Map<Miss, Long> missed) {
        Instant now = clock.instant();
        Set<Long> there = newcomers.stream()
                .map(Newcomer::template)
                .filter(Objects::nonNull)
                .distinct()
                .filter(template -> messages.template(template).isPresent())
                .collect(Collectors.toSet());
        List<Intent> intents = new ArrayList<>();
        for (Newcomer newcomer : newcomers) {
            Long template = newcomer.template();
            Instant until = newcomer.since().plus(WELCOME);
            if (template == null || newcomer.code() == null || !until.isAfter(now)) {
                continue;
            }
            if (!there.contains(template)) {
                missed.merge(new Miss(newcomer.code(), Promise.TEMPLATE, template), 1L, Long::sum);
            } else {
                intents.add(new Intent(
                        "wecom-welcome:%s:%s:%d"
                                .formatted(
                                        newcomer.employee(),
                                        newcomer.customer(),
                                        newcomer.since().getEpochSecond()),
                        newcomer.member(),
                        template,
                        new Origin("live-code", String.valueOf(newcomer.code()), null),
                        "",
                        FIRST,
                        null,
                        until,
                        Map.of()));
            }
        }
        messages.intend(intents);
    }

    private void done(List<Newcomer> newcomers) {
        postgres.sql("""
                        UPDATE wecom_contact c SET greeting_due = FALSE
                        FROM unnest(:customers::text[], :employees::text[]) AS n (external_userid, employee)
                        WHERE c.external_userid = n.external_userid AND c.employee = n.employee
                        """)
                .param("customers", newcomers.stream().map(Newcomer::customer).toArray(String[]::new))
                .param("employees", newcomers.stream().map(Newcomer::employee).toArray(String[]::new))
                .update();
    }

    private void noteTalk() {
        postgres.sql("""
                        UPDATE wecom_contact c SET talked_at = said.ts
                        FROM (SELECT i.external_userid, min(a.ts) AS ts
                              FROM arrived_event a
                              JOIN %s i ON i.member_no = a.member_no
                              WHERE a.event = 'Message Replied' OR (a.event = 'Message Sent' AND a.community IS NULL)
                              GROUP BY i.external_userid) said
                        WHERE c.external_userid = said.external_userid AND c.ended_at IS NULL AND c.talked_at IS NULL
                              AND c.since <= said.ts
                        """.formatted(MemberRelations.owners("""
                                (SELECT external_userid, 'external_userid' AS kind, external_userid AS key FROM wecom_customer)"""))).update();
    }
}
