package io.guanxi.messaging.outbox;

import io.guanxi.identity.MemberRelations;
import io.guanxi.messaging.Intent;
import io.guanxi.messaging.Messages;
import io.guanxi.messaging.Origin;
import io.guanxi.messaging.OwnWords;
import io.guanxi.messaging.ReadyTemplates;
import io.guanxi.messaging.channel.Channels;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Own words, by one template for each channel that says nothing but them; one that was deleted is made anew. */
@Component
class SpokenWords implements OwnWords {

    private static final String CATEGORY = "service";
    private static final int PRIORITY = 7;

    private final JdbcClient postgres;
    private final Messages messages;
    private final ReadyTemplates templates;
    private final Channels channels;

    SpokenWords(JdbcClient postgres, Messages messages, ReadyTemplates templates, Channels channels) {
        this.postgres = postgres;
        this.messages = messages;
        this.templates = templates;
        this.channels = channels;
    }

    @Override
    public boolean ready(String channel) {
        return channels.ready().contains(channel);
    }

    @Override
    public void say(String channel, String key, int memberNo, String category, Origin origin, String words) {
        messages.intend(List.of(new Intent(
                key, memberNo, template(channel), origin, category, PRIORITY, null, null, Map.of(VARIABLE, words))));
    }

    private long template(String channel) {
        // One at a time, so that two do not make two.
        postgres.sql("SELECT pg_advisory_xact_lock(hashtext('own words ' || ?))")
                .param(channel)
                .query(_ -> {});
        return postgres.sql("SELECT template FROM own_words_template WHERE channel = ?")
                .param(channel)
                .query(Long.class)
                .optional()
                .filter(template -> messages.template(template).isPresent())
                .orElseGet(() -> make(channel));
    }

    private long make(String channel) {
        long template = templates.make(
                "导购的话 Own words · " + channel, channel, CATEGORY, null, "{{var.words}}", List.of(VARIABLE));
        postgres.sql("""
                        INSERT INTO own_words_template VALUES (:channel, :template)
                        ON CONFLICT (channel) DO UPDATE SET template = excluded.template
                        """).param("channel", channel).param("template", template).update();
        return template;
    }

    @Override
    public Map<String, Became> became(Collection<String> keys) {
        Map<String, Became> became = new HashMap<>();
        if (!keys.isEmpty()) {
            postgres.sql("SELECT key, state, reason, delivered_at FROM message WHERE key = ANY (?)")
                    .param(keys.toArray(String[]::new))
                    .query(row -> {
                        became.put(
                                row.getString(1),
                                new Became(
                                        row.getString(2),
                                        row.getString(3),
                                        instant(row.getObject(4, OffsetDateTime.class))));
                    });
        }
        return became;
    }

    /** A task of a guide is only intended until the guide did it, which is a receipt. */
    @Override
    public Map<Integer, Instant> lastSaid(Collection<Integer> memberNos) {
        Map<Integer, Instant> last = new HashMap<>();
        if (!memberNos.isEmpty()) {
            postgres.sql("""
                            SELECT n.into_no, max(CASE WHEN m.channel = 'guide' THEN m.delivered_at ELSE m.sent_at END) AS at
                            FROM (SELECT no AS member_no, no AS into_no FROM unnest(:numbers::integer[]) AS no
                                  UNION ALL
                                  SELECT a.member_no, a.into_no FROM %s a WHERE a.into_no = ANY (:numbers::integer[])) n
                            JOIN message m ON m.member_no = n.member_no
                            GROUP BY n.into_no
                            """.formatted(MemberRelations.merges("-1")))
                    .param("numbers", memberNos.toArray(Integer[]::new))
                    .query(row -> {
                        Instant at = instant(row.getObject(2, OffsetDateTime.class));
                        if (at != null) {
                            last.put(row.getInt(1), at);
                        }
                    });
        }
        return last;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
