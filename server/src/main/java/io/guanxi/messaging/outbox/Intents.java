package io.guanxi.messaging.outbox;

import io.guanxi.messaging.Intent;
import io.guanxi.messaging.Messages;
import io.guanxi.messaging.Origin;
import io.guanxi.messaging.SameIntent;
import io.guanxi.messaging.TemplateSummary;
import io.guanxi.messaging.Withdrawal;
import io.guanxi.messaging.outbox.Tallies.Count;
import io.guanxi.messaging.outbox.Tallies.Counted;
import io.guanxi.messaging.template.Template;
import io.guanxi.messaging.template.TemplateTable;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Writes intents into the outbox. */
@Component
class Intents implements Messages {

    private final JdbcClient postgres;
    private final TemplateTable templates;
    private final MessageTable table;
    private final Withdrawals withdrawals;
    private final Tallies tallies;
    private final Bell bell;
    private final TransactionOperations transaction;
    private final JsonMapper json;
    private final Clock clock;

    Intents(
            JdbcClient postgres,
            TemplateTable templates,
            MessageTable table,
            Withdrawals withdrawals,
            Tallies tallies,
            Bell bell,
            TransactionOperations transaction,
            JsonMapper json,
            Clock clock) {
        this.postgres = postgres;
        this.templates = templates;
        this.table = table;
        this.withdrawals = withdrawals;
        this.tallies = tallies;
        this.bell = bell;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Set<String> intend(List<Intent> intents) {
        if (intents.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException(
                    "intend at most " + MOST_AT_ONCE + " messages at once, not " + intents.size());
        }
        if (intents.isEmpty()) {
            return Set.of();
        }
        Set<String> fresh = transaction.execute(_ -> insert(intents));
        return fresh == null ? Set.of() : fresh;
    }

    private Set<String> insert(List<Intent> intents) {
        Map<Long, Template> known = known(intents);
        Instant now = clock.instant();
        Set<String> fresh = new HashSet<>(postgres.sql("""
                        INSERT INTO message (key, member_no, template_id, channel, category, priority, origin_kind, origin_id,
                                             origin_node, said, state, created_at, due_at, expires_at)
                        SELECT key, member_no, template_id, channel, category, priority, origin_kind, origin_id,
                               origin_node, said::jsonb, 'WAITING', :now, coalesce(due_at, :now), expires_at
                        FROM unnest(:keys::text[], :members::integer[], :templates::bigint[], :channels::text[],
                                    :categories::text[], :priorities::smallint[], :kinds::text[], :ids::text[],
                                    :nodes::text[], :said::text[], :due::timestamptz[], :expires::timestamptz[])
                             AS intent (key, member_no, template_id, channel, category, priority, origin_kind, origin_id,
                                        origin_node, said, due_at, expires_at)
                        ON CONFLICT (key) DO NOTHING
                        RETURNING key
                        """)
                .param("now", at(now))
                .param("keys", texts(intents, Intent::key))
                .param("members", intents.stream().map(Intent::memberNo).toArray(Integer[]::new))
                .param("templates", intents.stream().map(Intent::templateId).toArray(Long[]::new))
                .param("channels", texts(intents, intent -> template(known, intent)
                        .channel()))
                .param("categories", texts(intents, intent -> category(known, intent)))
                .param("priorities", intents.stream().map(Intent::priority).toArray(Integer[]::new))
                .param("kinds", texts(intents, intent -> intent.origin().kind()))
                .param("ids", texts(intents, intent -> intent.origin().id()))
                .param("nodes", texts(intents, intent -> intent.origin().node()))
                .param("said", texts(intents, intent -> said(intent.values())))
                .param("due", texts(intents, intent -> text(intent.notBefore())))
                .param("expires", texts(intents, intent -> text(intent.expires())))
                .query(String.class)
                .list());
        Count count = new Count();
        Set<String> uncounted = new HashSet<>(fresh);
        for (Intent intent : intents) {
            if (uncounted.remove(intent.key())) {
                count.add(new Counted(
                        template(known, intent).channel(),
                        intent.origin().kind(),
                        intent.origin().id(),
                        intent.origin().node() == null ? "" : intent.origin().node(),
                        "INTENDED",
                        ""));
            }
        }
        tallies.add(count, now);
        ringAfterCommit();
        return fresh;
    }

    @Override
    public int intendAlike(SameIntent same, String who, Map<String, ?> parameters) {
        Integer fresh = transaction.execute(_ -> insert(same, who, parameters));
        return fresh == null ? 0 : fresh;
    }

    private int insert(SameIntent same, String who, Map<String, ?> parameters) {
        Template template = templates
                .find(same.templateId())
                .orElseThrow(() -> new IllegalArgumentException("there is no template " + same.templateId()));
        Origin origin = same.origin();
        Instant now = clock.instant();
        int fresh = postgres.sql("""
                        INSERT INTO message (key, member_no, template_id, channel, category, priority, origin_kind, origin_id,
                                             origin_node, said, state, created_at, due_at, expires_at)
                        SELECT key, member_no, :same_template, :same_channel, :same_category, :same_priority, :same_kind, :same_id,
                               :same_origin_node, nullif(coalesce(:same_said::jsonb, '{}') || coalesce(who.said, '{}'), '{}'),
                               'WAITING', :same_now, :same_now, :same_expires
                        FROM (%s) who
                        ON CONFLICT (key) DO NOTHING
                        """.formatted(who))
                .params(parameters)
                .param("same_template", template.id())
                .param("same_channel", template.channel())
                .param("same_category", template.category())
                .param("same_priority", same.priority())
                .param("same_kind", origin.kind())
                .param("same_id", origin.id())
                .param("same_origin_node", origin.node(), Types.VARCHAR)
                .param("same_said", said(same.values()), Types.VARCHAR)
                .param("same_now", at(now))
                .param(
                        "same_expires",
                        same.within() == null ? null : at(now.plus(same.within())),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        Count count = new Count();
        count.add(
                new Counted(
                        template.channel(),
                        origin.kind(),
                        origin.id(),
                        origin.node() == null ? "" : origin.node(),
                        "INTENDED",
                        ""),
                fresh);
        tallies.add(count, now);
        ringAfterCommit();
        return fresh;
    }

    private Map<Long, Template> known(List<Intent> intents) {
        Set<Long> wanted = intents.stream().map(Intent::templateId).collect(Collectors.toSet());
        Map<Long, Template> known =
                templates.find(wanted).stream().collect(Collectors.toMap(Template::id, Function.identity()));
        wanted.removeAll(known.keySet());
        if (!wanted.isEmpty()) {
            throw new IllegalArgumentException("there are no templates " + wanted);
        }
        return known;
    }

    private static Template template(Map<Long, Template> known, Intent intent) {
        Template template = known.get(intent.templateId());
        if (template == null) {
            throw new IllegalArgumentException("there is no template " + intent.templateId());
        }
        return template;
    }

    private static String category(Map<Long, Template> known, Intent intent) {
        return intent.category().isEmpty() ? template(known, intent).category() : intent.category();
    }

    private @Nullable String said(Map<String, String> values) {
        return values.isEmpty() ? null : json.writeValueAsString(values);
    }

    @Override
    public int withdraw(Withdrawal back) {
        Integer gone = transaction.execute(_ -> withdrawals.take(back));
        return gone == null ? 0 : gone;
    }

    /** Behind the lock of claims: one that still held the pause for true has held its messages before this looks for them. */
    @Override
    public int release(String kind, String id, String reason) {
        Integer released = transaction.execute(_ -> {
            table.lock();
            ringAfterCommit();
            return postgres.sql("""
                            WITH free AS (
                                UPDATE message SET state = 'WAITING', reason = NULL
                                WHERE state = 'HELD' AND origin_kind = :kind AND origin_id = :id RETURNING id)
                            INSERT INTO message_note (message_id, at, kind, reason) SELECT id, :now, 'RELEASED', :reason FROM free
                            """)
                    .param("kind", kind)
                    .param("id", id)
                    .param("reason", reason)
                    .param("now", at(clock.instant()))
                    .update();
        });
        return released == null ? 0 : released;
    }

    @Override
    public Optional<TemplateSummary> template(long id) {
        return templates.find(id).map(Template::summary);
    }

    @Override
    public List<Tally> tally(String kind, String id) {
        return tallies.of(kind, id);
    }

    private void ringAfterCommit() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    bell.ring();
                }
            });
        }
    }

    private static String[] texts(List<Intent> intents, Function<Intent, @Nullable String> of) {
        return intents.stream().map(of).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
