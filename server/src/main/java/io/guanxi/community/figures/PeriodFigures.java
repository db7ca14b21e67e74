package io.guanxi.community.figures;

import io.guanxi.community.CommunityStage;
import io.guanxi.community.GoldenRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What divides golden from silver in the last run, and what another rule would divide: by the run's own model of the line. */
public final class PeriodFigures {

    private static final String LINE = resource("models/community_line.sql");

    private final JdbcClient mart;

    /**
     * Figures in a mart that holds the results of a run.
     *
     * @param mart reads the mart
     */
    public PeriodFigures(JdbcClient mart) {
        this.mart = mart;
    }

    /**
     * How the communities that have a value are divided.
     *
     * @param communities how many have a value
     * @param silver of them, those below the line
     * @param bestSilver the highest value below the line, or null where none is
     * @param poorestGolden the lowest value that is not below, or null where none is
     */
    public record Division(
            int communities,
            int silver,
            @Nullable Double bestSilver,
            @Nullable Double poorestGolden) {}

    /** {@return how the last run divided them} */
    public Division division() {
        return mart.sql("""
                        SELECT count(*) AS communities, count(*) FILTER (WHERE stage = 'SILVER') AS silver,
                               max(value) FILTER (WHERE stage = 'SILVER') AS best_silver,
                               min(value) FILTER (WHERE stage = 'GOLDEN') AS poorest_golden
                        FROM community_score WHERE value IS NOT NULL""").query(Division.class).single();
    }

    /**
     * {@return the line of community value that a rule draws on the last run's values; null while there is no community}
     *
     * @param rule the rule
     */
    public @Nullable Double line(GoldenRule rule) {
        return statement("WITH line AS (" + LINE + ") SELECT line AS value FROM line WHERE measure = 'VALUE'", rule)
                .query(Line.class)
                .single()
                .value();
    }

    private record Line(@Nullable Double value) {}

    /**
     * A community and the period it would be in by a rule.
     *
     * @param community its key
     * @param value its value
     * @param was its period in the last run
     * @param would its period by the rule
     */
    public record Tried(String community, double value, CommunityStage was, CommunityStage would) {}

    /**
     * {@return where every community that has a value would stand by a rule, highest first}
     *
     * @param rule the rule
     */
    public List<Tried> tried(GoldenRule rule) {
        return statement("WITH line AS (" + LINE + """
                        )
                        SELECT s.community, s.value, s.stage AS was,
                               CASE WHEN s.value < l.line THEN 'SILVER' ELSE 'GOLDEN' END AS would
                        FROM community_score AS s JOIN line AS l ON l.measure = 'VALUE'
                        WHERE s.value IS NOT NULL
                        ORDER BY s.value DESC, s.community""", rule).query(Tried.class).list();
    }

    private JdbcClient.StatementSpec statement(String text, GoldenRule rule) {
        return mart.sql(text)
                .param("golden_line", rule.line())
                .param("golden_line_is_absolute", rule.kind() == GoldenRule.Kind.ABSOLUTE ? 1 : 0)
                .param("activity_line", rule.activityLine());
    }

    private static String resource(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
