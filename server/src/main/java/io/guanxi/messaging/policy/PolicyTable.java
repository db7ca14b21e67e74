package io.guanxi.messaging.policy;

import io.guanxi.messaging.policy.Rule.Applies;
import io.guanxi.messaging.policy.Rule.Then;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code reach_policy}. Where nobody has saved one, {@link #FIRST} holds as version 0. */
@Component
public class PolicyTable {

    /** What followers come for: a time-line of many pieces a day, which they can unfollow. */
    private static final String CONTENT = "content";

    /** The policy of a new brand. WeCom lets a customer get as many a month as it has days, whatever they are about. A no is one to marketing: the law and members expect news of an order all the same. */
    static final List<Rule> FIRST = List.of(
            new Rule.Consent("没说不 · No means no", new Applies(Set.of(), Set.of(), Set.of(Rule.SERVICE)), false),
            new Rule.Consent(
                    "营销需同意 · Marketing needs a yes",
                    new Applies(Set.of("sms", "email"), Set.of(), Set.of(Rule.SERVICE)),
                    true),
            new Rule.Holdout("全局对照 · Global holdout", new Applies(Set.of(), Set.of(), Set.of(Rule.SERVICE))),
            new Rule.QuietHours(
                    "夜间免打扰 · Quiet by night",
                    new Applies(Set.of(), Set.of(), Set.of(Rule.SERVICE)),
                    "22:00",
                    "08:00",
                    Then.LATER),
            new Rule.FrequencyCap(
                    "短信一周两条 · Two texts a week",
                    new Applies(Set.of("sms"), Set.of(), Set.of(Rule.SERVICE)),
                    2,
                    168,
                    Then.SKIP),
            new Rule.FrequencyCap(
                    "企业微信一月三十条 · Thirty a month in WeCom",
                    new Applies(Set.of("wecom"), Set.of(), Set.of()),
                    30,
                    720,
                    Then.SKIP),
            new Rule.FrequencyCap(
                    "每天三次 · Three a day",
                    new Applies(Set.of(), Set.of(), Set.of(CONTENT, Rule.SERVICE)),
                    3,
                    24,
                    Then.LATER),
            new Rule.FrequencyCap(
                    "内容一天十二条 · Twelve pieces a day",
                    new Applies(Set.of(), Set.of(CONTENT), Set.of()),
                    12,
                    23,
                    Then.SKIP),
            new Rule.Yield("要紧的先说 · First things first", new Applies(Set.of(), Set.of(), Set.of(Rule.SERVICE)), 30));

    private final JdbcClient postgres;
    private final JsonMapper json;
    private final Clock clock;

    PolicyTable(JdbcClient postgres, JsonMapper json, Clock clock) {
        this.postgres = postgres;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A version of the reach policy.
     *
     * @param version counted from 1; 0 is what holds before anybody saved one
     * @param rules in the order in which they are asked
     * @param note why it was changed
     * @param createdBy by whom
     * @param createdAt when
     */
    public record ReachPolicy(int version, List<Rule> rules, String note, String createdBy, Instant createdAt) {

        /** Copies the rules. */
        public ReachPolicy {
            rules = List.copyOf(rules);
        }
    }

    /** {@return the policy in force} */
    public ReachPolicy current() {
        return versions(1).stream().findFirst().orElseGet(() -> new ReachPolicy(0, FIRST, "", "system", Instant.EPOCH));
    }

    /**
     * {@return the latest versions, the newest first}
     *
     * @param most how many
     */
    public List<ReachPolicy> versions(int most) {
        return postgres.sql("""
                        SELECT version, rules, note, created_by, created_at FROM reach_policy
                        ORDER BY version DESC LIMIT ?""")
                .param(most)
                .query((row, _) -> new ReachPolicy(
                        row.getInt(1),
                        json.readValue(row.getString(2), new TypeReference<List<Rule>>() {}),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** {@return the new version; empty where another one was saved meanwhile} */
    Optional<Integer> insert(int edited, List<Rule> rules, String note, String by) {
        return postgres.sql("""
                        INSERT INTO reach_policy (version, rules, note, created_by, created_at)
                        SELECT :edited + 1, :rules::jsonb, :note, :by, :now
                        WHERE NOT EXISTS (SELECT FROM reach_policy WHERE version > :edited)
                        ON CONFLICT DO NOTHING RETURNING version""")
                .param("edited", edited)
                .param(
                        "rules",
                        json.writerFor(new TypeReference<List<Rule>>() {}).writeValueAsString(rules))
                .param("note", note)
                .param("by", by)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Integer.class)
                .optional();
    }
}
