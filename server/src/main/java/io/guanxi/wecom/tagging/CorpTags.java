package io.guanxi.wecom.tagging;

import io.guanxi.tag.Tag;
import io.guanxi.tag.TagMaking;
import io.guanxi.tag.Tags;
import io.guanxi.wecom.client.CorpTag;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tags of the enterprise and those of ours that are the same, the table {@code wecom_tag}: they are so by group and name. */
@Component
public class CorpTags {

    private final JdbcClient postgres;
    private final TagMaking making;
    private final Tags ours;
    private final Clock clock;

    CorpTags(JdbcClient postgres, TagMaking making, Tags ours, Clock clock) {
        this.postgres = postgres;
        this.making = making;
        this.ours = ours;
        this.clock = clock;
    }

    /**
     * Takes all tags of the enterprise, in the caller's transaction: a new one becomes one of ours, one that is gone comes off all
     * who have it, without a word from WeCom about each of them.
     *
     * @param tags all there are
     * @param asked when they were asked for: what was seen since is not gone
     */
    public void take(List<CorpTag> tags, Instant asked) {
        postgres.sql("""
                        INSERT INTO wecom_tag AS known (tag, group_id, name, seen_at)
                        SELECT tag, group_id, name, :asked
                        FROM unnest(:tags::text[], :groups::text[], :names::text[]) AS t (tag, group_id, name)
                        ON CONFLICT (tag) DO UPDATE SET group_id = excluded.group_id, name = excluded.name, gone_at = NULL,
                            seen_at = greatest(known.seen_at, excluded.seen_at)
                        """)
                .param("tags", tags.stream().map(CorpTag::id).toArray(String[]::new))
                .param("groups", tags.stream().map(CorpTag::groupId).toArray(String[]::new))
                .param("names", tags.stream().map(CorpTag::name).toArray(String[]::new))
                .param("asked", OffsetDateTime.ofInstant(asked, ZoneOffset.UTC))
                .update();
        List<String> gone = postgres.sql("""
                        UPDATE wecom_tag SET gone_at = :now WHERE gone_at IS NULL AND seen_at <= :asked AND tag <> ALL (:tags::text[])
                        RETURNING tag""")
                .param("asked", OffsetDateTime.ofInstant(asked, ZoneOffset.UTC))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("tags", tags.stream().map(CorpTag::id).toArray(String[]::new))
                .query(String.class)
                .list();
        if (!gone.isEmpty()) {
            postgres.sql("""
                            UPDATE wecom_contact
                            SET tags = (SELECT coalesce(array_agg(tag ORDER BY tag), '{}') FROM unnest(tags) tag
                                        WHERE tag <> ALL (:gone::text[])),
                                tags_due = TRUE
                            WHERE tags && :gone::text[]
                            """).param("gone", gone.toArray(String[]::new)).update();
            postgres.sql("DELETE FROM wecom_mark WHERE tag = ANY (:gone::text[])")
                    .param("gone", gone.toArray(String[]::new))
                    .update();
        }
        forget(tags);
        Set<String> unknown = new HashSet<>(postgres.sql("SELECT tag FROM wecom_tag WHERE own IS NULL")
                .query(String.class)
                .list());
        int found = 0;
        for (CorpTag tag : tags) {
            if (unknown.contains(tag.id())) {
                OptionalInt own = making.named(tag.group(), tag.name(), "wecom");
                if (own.isPresent()) {
                    found += connect(tag.id(), own.getAsInt());
                }
            }
        }
        if (found > 0) { // whoever carries them already is to be compared as well
            postgres.sql("UPDATE wecom_tag_position SET position = 0").update();
        }
    }

    /** A tag of WeCom whose like was deleted here is that of a new one of the same name; while there is none, it stays deleted. */
    private void forget(List<CorpTag> tags) {
        List<Tag> all = ours.all();
        Set<Integer> there = all.stream().map(Tag::id).collect(Collectors.toSet());
        Set<String> names =
                all.stream().map(tag -> key(tag.groupName(), tag.name())).collect(Collectors.toSet());
        Map<String, Integer> own = new HashMap<>();
        postgres.sql("SELECT tag, own FROM wecom_tag WHERE own IS NOT NULL").query(row -> {
            own.put(row.getString(1), row.getInt(2));
        });
        String[] orphans = tags.stream()
                .filter(tag -> own.containsKey(tag.id())
                        && !there.contains(own.get(tag.id()))
                        && names.contains(key(tag.group(), tag.name())))
                .map(CorpTag::id)
                .toArray(String[]::new);
        if (orphans.length > 0) {
            postgres.sql("UPDATE wecom_tag SET own = NULL WHERE tag = ANY (?)")
                    .param(orphans)
                    .update();
        }
    }

    private static String key(String group, String name) {
        return (group.strip() + "\n" + name.strip()).toLowerCase(Locale.ROOT);
    }

    /** One that is gone keeps its place until it has come off all who carried it; then a new one of the same name has it. */
    private int connect(String tag, int own) {
        postgres.sql("""
                        UPDATE wecom_tag t SET own = NULL
                        WHERE own = :own AND gone_at IS NOT NULL
                              AND NOT EXISTS (SELECT FROM wecom_customer WHERE t.tag = ANY (carried))
                        """).param("own", own).update();
        return postgres.sql("""
                        UPDATE wecom_tag SET own = :own
                        WHERE tag = :tag AND NOT EXISTS (SELECT FROM wecom_tag WHERE own = :own)
                        """).param("own", own).param("tag", tag).update();
    }
}
