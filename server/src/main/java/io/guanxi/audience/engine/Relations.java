package io.guanxi.audience.engine;

import io.guanxi.audience.expression.CommunityRole;
import io.guanxi.audience.expression.Window.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the queries of leaves read, with members who merged since the mart's last fold under their survivor's number, and
 * with members who came since its last settling. Narrowed to some members, each relation holds their rows only.
 */
final class Relations {

    private static final String ALIASES = """
            (SELECT member_no, into_no FROM member_alias ANTI JOIN audience.fresh_alias USING (member_no)
             UNION ALL SELECT member_no, into_no FROM audience.fresh_alias)""";

    private static final String MEMBERS = """
            (SELECT member_no, created_day, channel FROM member
             ANTI JOIN (SELECT member_no FROM audience.fresh_member UNION ALL SELECT member_no FROM audience.fresh_alias)
                 USING (member_no)
             UNION ALL SELECT member_no, created_day, channel FROM audience.fresh_member)""";

    private static final int RANGE = 5 << 16;
    private static final int MOST_RANGES = 60;

    private final Ground ground;
    private final boolean merged;
    private final boolean narrowed;
    private final int largest;

    /**
     * Relations.
     *
     * @param ground where the data are
     * @param merged whether there are merges which the mart has not applied
     * @param narrowed whether the connection has the tables of {@link Scope}
     * @param largest the largest member number, about
     */
    Relations(Ground ground, boolean merged, boolean narrowed, int largest) {
        this.ground = ground;
        this.merged = merged;
        this.narrowed = narrowed;
        this.largest = largest;
    }

    /**
     * {@return conditions that divide all members into ranges of numbers}. The roll-up lies in the order of members, so a
     * range reads its own rows; and its sums stay in the processor's cache: 9 million rows of 3.8 million members add up
     * in 390 ms so, in 540 at once.
     *
     * @param memberNo the column
     */
    List<String> ranges(String memberNo) {
        return ranges(memberNo, narrowed ? 0 : largest);
    }

    static List<String> ranges(String memberNo, int largest) {
        int width = Math.max(RANGE, largest / MOST_RANGES + 1);
        if (largest < width) {
            return List.of("TRUE");
        }
        List<String> ranges = new ArrayList<>();
        int from = 0;
        for (; from <= largest - width; from += width) {
            ranges.add(memberNo + " >= " + from + " AND " + memberNo + " < " + (from + width));
        }
        ranges.add(memberNo + " >= " + from);
        return ranges;
    }

    /** {@return days of members, as the mart's roll-up has them; may hold several rows of a grain} */
    String memberDay() {
        return narrowed ? "touched_day" : survivors("member_day");
    }

    /** {@return what {@link #memberDay} has of event, day, member and how often, for whoever reads all members' rows of few days} */
    String eventMember() {
        return narrowed ? "touched_day" : survivors("event_member");
    }

    String memberScore() {
        return narrow("ground.member_score");
    }

    String communityMember() {
        return scored()
                ? narrow(survivors("ground.community_member"))
                : "(SELECT 0 AS community_no, 0 AS member_no, FALSE AS belongs WHERE FALSE)";
    }

    String communityScore() {
        return scored() ? "ground.community_score" : "(SELECT 0 AS community_no, '' AS stage WHERE FALSE)";
    }

    /** Before the first run the mart has no tables of communities. */
    private boolean scored() {
        return ground.version().run() > 0;
    }

    /** {@return live members: number, day of creation, channel} */
    String member() {
        return narrow(MEMBERS);
    }

    /** {@return the day on which each live member joined} */
    String joined() {
        return "(SELECT m.member_no, least(m.created_day, coalesce(s.joined_day, m.created_day)) AS joined_day FROM "
                + member() + " m LEFT JOIN ground.member_score s USING (member_no))";
    }

    /** {@return where every member stood at the end of a day: member_no, stage, layer} */
    String standing(LocalDate on) {
        return new Standing(ground, on).of(memberDay(), joined());
    }

    /** {@return the role that was last told of a member in a community: member_no, community_no, role; none tells nothing} */
    String communityRole() {
        return """
            (SELECT e.member_no, k.community_no, arg_max(e.role, e.ts) AS role
             FROM (SELECT member_no, community, ts,
                          CASE WHEN upper(json_extract_string(properties, '$.role')) IN (%s)
                                   THEN upper(json_extract_string(properties, '$.role'))
                               WHEN event = 'Community Joined' THEN 'MEMBER' END AS role
                   FROM %s WHERE event IN ('Community Joined', 'Community Role Changed')) e
             JOIN community_key k ON k.community = e.community
             WHERE e.role IS NOT NULL GROUP BY ALL)""".formatted(
                        Arrays.stream(CommunityRole.values())
                                .map(role -> "'" + role.name() + "'")
                                .collect(Collectors.joining(", ")),
                        events(new Span(null, null)));
    }

    /** {@return events of some days, from the lake} */
    String events(Span span) {
        Predicate<LocalDate> days = span::holds;
        return narrow("(SELECT coalesce(a.into_no, e.member_no) AS member_no, e.* EXCLUDE (member_no) FROM "
                + ground.events(days) + " e LEFT JOIN " + ALIASES + " a USING (member_no))");
    }

    /** {@return all live members, whoever asks} */
    static String members() {
        return MEMBERS;
    }

    /** {@return merged members and their survivors} */
    static String aliases() {
        return ALIASES;
    }

    /** {@return the number of an event's name; none has -1} */
    int eventNo(String event) {
        return ground.eventNo(event);
    }

    String zone() {
        return ground.zone().getId();
    }

    private String survivors(String table) {
        return merged
                ? "(SELECT coalesce(a.into_no, t.member_no) AS member_no, t.* EXCLUDE (member_no) FROM " + table
                        + " t LEFT JOIN audience.fresh_alias a USING (member_no))"
                : table;
    }

    private String narrow(String relation) {
        return narrowed
                ? "(SELECT * FROM " + relation + " WHERE member_no IN (SELECT member_no FROM touched))"
                : relation;
    }
}
