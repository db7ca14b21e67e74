package io.guanxi.community.scoring;

import io.guanxi.community.GoldenRule;
import io.guanxi.community.registry.CommunityRegistry;
import io.guanxi.community.registry.RegisteredCommunity;
import io.guanxi.value.ScoringContext;
import io.guanxi.value.ScoringStep;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the community models: weeks, values, stages, life curve, forecasts, hours. */
@Component
class CommunityScoring implements ScoringStep {

    private static final int ORDER = 100;

    /** Members times weeks up to which the values of past weeks are computed from everybody. */
    private static final double VALUE_WEEKS = 600_000;

    private final CommunityRegistry registry;
    private final Talk talk;
    private final JsonMapper json;

    CommunityScoring(CommunityRegistry registry, Talk talk, JsonMapper json) {
        this.registry = registry;
        this.talk = talk;
        this.json = json;
    }

    @Override
    public String name() {
        return "communities";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void run(ScoringContext context) {
        GoldenRule rule = registry.rule();
        context.parameter("golden_line", rule.line());
        context.parameter("golden_line_is_absolute", rule.kind() == GoldenRule.Kind.ABSOLUTE ? 1 : 0);
        context.parameter("activity_line", rule.activityLine());
        context.parameter("value_weeks", VALUE_WEEKS);
        layRegister(context.sql());
        talk.lay(context);
        context.make("community_score", "community_life", "community_backtest", "community_member", "community_hour");
        tell(context);
    }

    /** The days on which communities began, as far as people said. */
    private void layRegister(JdbcClient sql) {
        record Begun(String key, String created) {}
        List<Begun> begun = registry.all().stream()
                .filter(community -> community.created() != null)
                .map(community -> new Begun(community.key(), text(community)))
                .toList();
        sql.sql("""
                        CREATE OR REPLACE TEMP TABLE community_registered AS
                        SELECT k.community_no, CAST(r.created AS DATE) AS created
                        FROM (SELECT unnest(from_json(CAST(? AS JSON), '[{"key":"VARCHAR","created":"VARCHAR"}]'),
                                            recursive := true)) r
                        JOIN community_key k ON k.community = r.key""").param(json.writeValueAsString(begun)).update();
    }

    private static String text(RegisteredCommunity community) {
        LocalDate created = community.created();
        return created == null ? "" : created.toString();
    }

    private static void tell(ScoringContext context) {
        record Told(
                long communities,
                long golden,
                long silver,
                @Nullable Double line,
                int sampled) {}
        Told told = context.sql().sql("""
                        SELECT count(*) AS communities, count(*) FILTER (WHERE stage = 'GOLDEN') AS golden,
                               count(*) FILTER (WHERE stage = 'SILVER') AS silver,
                               (SELECT round(line, 2) FROM community_line WHERE measure = 'VALUE') AS line,
                               (SELECT every FROM community_sample) AS sampled
                        FROM community_score""").query(Told.class).single();
        context.figure("communities", told.communities());
        context.figure("golden", told.golden());
        context.figure("silver", told.silver());
        if (told.line() != null) {
            context.figure("goldenLine", told.line());
        }
        context.figure("pastValuesFromOneMemberIn", told.sampled());
    }
}
