package io.guanxi.wecom.livecode;

import io.guanxi.identity.MemberRelations;
import io.guanxi.tag.TagCarriers;
import io.guanxi.tag.Tags;
import io.guanxi.wecom.contact.AddWay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far newcomers get: the join rate, the one-to-one conversation rate and the tagging rate, by path and by live code. */
@Component
class Onboarding {

    /** After so long without a word a newcomer is about to fall silent. */
    static final Duration TAKEN_UP_WITHIN = Duration.ofDays(3);

    private final JdbcClient postgres;
    private final Tags tags;
    private final TagCarriers carriers;
    private final Clock clock;

    Onboarding(JdbcClient postgres, Tags tags, TagCarriers carriers, Clock clock) {
        this.postgres = postgres;
        this.tags = tags;
        this.carriers = carriers;
        this.clock = clock;
    }

    /**
     * How far some newcomers got. Each figure counts members, not contacts.
     *
     * @param added who became a contact
     * @param tagged of them, who carry a tag
     * @param joined of them, who were in a group chat at any time since
     * @param talked of them, who said something one to one since
     * @param silent of them, who came over three days ago, are still a contact and have said nothing
     * @param removed of them, who are nobody's contact any more
     */
    record OnboardingFigures(long added, long tagged, long joined, long talked, long silent, long removed) {}

    /**
     * Newcomers by one path.
     *
     * @param path the channel of their live code, or WeCom's way, e.g. {@code card}
     * @param figures how far they got
     */
    record OnboardingPath(String path, OnboardingFigures figures) {}

    /**
     * Newcomers by one live code.
     *
     * @param liveCode its number
     * @param name as people call it
     * @param figures how far they got
     */
    record OnboardingLiveCode(long liveCode, String name, OnboardingFigures figures) {}

    /**
     * How far newcomers got.
     *
     * @param since they came after this
     * @param all of them
     * @param paths by path, the most first
     * @param liveCodes by live code, the most first
     */
    record OnboardingFunnel(
            Instant since, OnboardingFigures all, List<OnboardingPath> paths, List<OnboardingLiveCode> liveCodes) {}

    /** Members at each step. */
    private static final class Steps {
        final RoaringBitmap added = new RoaringBitmap();
        final RoaringBitmap joined = new RoaringBitmap();
        final RoaringBitmap talked = new RoaringBitmap();
        final RoaringBitmap silent = new RoaringBitmap();
        final RoaringBitmap still = new RoaringBitmap();

        OnboardingFigures figures(RoaringBitmap tagged) {
            return new OnboardingFigures(
                    added.getLongCardinality(),
                    RoaringBitmap.andCardinality(added, tagged),
                    joined.getLongCardinality(),
                    talked.getLongCardinality(),
                    RoaringBitmap.andNot(silent, talked).getLongCardinality(),
                    RoaringBitmap.andNot(added, still).getLongCardinality());
        }
    }

    private record Code(long id, String name) {}

    OnboardingFunnel lately(int days) {
        Instant now = clock.instant();
        Instant since = now.minus(Duration.ofDays(days));
        Instant silentBefore = now.minus(TAKEN_UP_WITHIN);
        Steps all = new Steps();
        Map<String, Steps> paths = new LinkedHashMap<>();
        Map<Code, Steps> codes = new LinkedHashMap<>();
        postgres.sql("""
                        SELECT o.member_no, o.add_way, l.id, l.name, l.channel,
                               EXISTS (SELECT FROM wecom_chat_member m WHERE m.person = o.external_userid
                                       AND (m.left_at IS NULL OR m.left_at > o.since)) AS joined,
                               o.talked_at IS NOT NULL AS talked, o.since < :silent AS old, o.ended_at IS NULL AS still
                        FROM %s o LEFT JOIN wecom_live_code l ON l.state = o.state
                        WHERE o.member_no IS NOT NULL
                        """.formatted(MemberRelations.owners("""
                                (SELECT external_userid, state, add_way, since, ended_at, talked_at,
                                        'external_userid' AS kind, external_userid AS key
                                 FROM wecom_contact WHERE since > :since)""")))
                .param("silent", LiveCodeTable.at(silentBefore))
                .param("since", LiveCodeTable.at(since))
                .query(row -> {
                    int member = row.getInt(1);
                    @Nullable String channel = row.getString(5);
                    String path = channel == null ? AddWay.word(row.getInt(2)) : channel;
                    boolean joined = row.getBoolean(6);
                    boolean talked = row.getBoolean(7);
                    boolean old = row.getBoolean(8);
                    boolean still = row.getBoolean(9);
                    count(all, member, joined, talked, old, still);
                    count(paths.computeIfAbsent(path, _ -> new Steps()), member, joined, talked, old, still);
                    if (channel != null) {
                        Code code = new Code(row.getLong(3), row.getString(4));
                        count(codes.computeIfAbsent(code, _ -> new Steps()), member, joined, talked, old, still);
                    }
                });
        RoaringBitmap tagged = new RoaringBitmap();
        tags.all().forEach(tag -> tagged.or(carriers.of(tag.id())));
        return new OnboardingFunnel(
                since,
                all.figures(tagged),
                paths.entrySet().stream()
                        .map(each -> new OnboardingPath(
                                each.getKey(), each.getValue().figures(tagged)))
                        .sorted(Comparator.comparingLong(
                                        (OnboardingPath each) -> each.figures().added())
                                .reversed()
                                .thenComparing(OnboardingPath::path))
                        .toList(),
                codes.entrySet().stream()
                        .map(each -> new OnboardingLiveCode(
                                each.getKey().id(),
                                each.getKey().name(),
                                each.getValue().figures(tagged)))
                        .sorted(Comparator.comparingLong((OnboardingLiveCode each) ->
                                        each.figures().added())
                                .reversed()
                                .thenComparing(OnboardingLiveCode::name))
                        .toList());
    }

    private static void count(Steps steps, int member, boolean joined, boolean talked, boolean old, boolean still) {
        steps.added.add(member);
        if (joined) {
            steps.joined.add(member);
        }
        if (talked) {
            steps.talked.add(member);
        }
        if (old && still && !talked) {
            steps.silent.add(member);
        }
        if (still) {
            steps.still.add(member);
        }
    }
}
