package io.guanxi.identity;

import java.util.List;

/**
 * What happens to the rows of members that are merged: the survivor takes them. Reads the temporary table
 * {@code merged (member_no, into_no)}; every statement may use {@code :change}.
 */
final class MergeStatements {

    static final List<String> ALL = List.of(
            "UPDATE identifier SET member_no = into_no FROM merged WHERE identifier.member_no = merged.member_no",
            """
            UPDATE member_alias SET into_no = merged.into_no, changed = :change
            FROM merged
            WHERE member_alias.into_no = merged.member_no
            """,
            "INSERT INTO member_alias (member_no, into_no, changed) SELECT member_no, into_no, :change FROM merged",
            """
            UPDATE member
            SET created_at = least(member.created_at, gone.created_at),
                channel = CASE WHEN gone.channel_ts < coalesce(member.channel_ts, 'infinity') THEN gone.channel
                               ELSE member.channel END,
                channel_ts = least(member.channel_ts, gone.channel_ts),
                changed = :change
            FROM (SELECT merged.into_no, min(member.created_at) AS created_at, min(member.channel_ts) AS channel_ts,
                         (array_agg(member.channel ORDER BY member.channel_ts))[1] AS channel
                  FROM merged JOIN member USING (member_no)
                  GROUP BY merged.into_no) gone
            WHERE member.member_no = gone.into_no
            """,
            "DELETE FROM member USING merged WHERE member.member_no = merged.member_no",
            """
            INSERT INTO trait (member_no, name, value, ts, source, event_id)
            SELECT DISTINCT ON (merged.into_no, name) merged.into_no, name, value, ts, source, event_id
            FROM trait JOIN merged USING (member_no)
            ORDER BY merged.into_no, name, ts DESC, event_id DESC
            ON CONFLICT (member_no, name) DO UPDATE
            SET value = excluded.value, ts = excluded.ts, source = excluded.source, event_id = excluded.event_id
            WHERE (excluded.ts, excluded.event_id) > (trait.ts, trait.event_id)
            """,
            "DELETE FROM trait USING merged WHERE trait.member_no = merged.member_no",
            """
            INSERT INTO consent (member_no, channel, granted, since, confirmed_at, source, event_id)
            SELECT DISTINCT ON (merged.into_no, channel)
                   merged.into_no, channel, granted, since, confirmed_at, source, event_id
            FROM consent JOIN merged USING (member_no)
            ORDER BY merged.into_no, channel, confirmed_at DESC, event_id DESC
            ON CONFLICT (member_no, channel) DO UPDATE
            SET granted = excluded.granted, since = excluded.since, confirmed_at = excluded.confirmed_at,
                source = excluded.source, event_id = excluded.event_id
            WHERE excluded.confirmed_at > consent.confirmed_at
            """,
            "DELETE FROM consent USING merged WHERE consent.member_no = merged.member_no",
            """
            UPDATE consent_change SET member_no = merged.into_no
            FROM merged
            WHERE consent_change.member_no = merged.member_no
            """);

    private MergeStatements() {}
}
