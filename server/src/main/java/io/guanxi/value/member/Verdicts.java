package io.guanxi.value.member;

import io.guanxi.mart.Mart;
import io.guanxi.value.ValueModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why a member stands where it stands: the rule that fits and the member's own figures. */
@Component
class Verdicts {

    private static final String SELECT = """
            SELECT s.*, b.*, r.as_of, t.line AS tier_line
            FROM member_score AS s CROSS JOIN rfm_bound AS b CROSS JOIN score_run AS r
            CROSS JOIN (SELECT min(tier_spend) AS line FROM member_score WHERE top_spender) AS t
            WHERE s.member_no = ?
            """;

    private final Mart mart;

    Verdicts(Mart mart) {
        this.mart = mart;
    }

    record All(
            Explanation.@Nullable RfmCell rfm,
            Explanation.ClassReason stage,
            Explanation.ClassReason layer,
            Explanation.ClassReason level,
            Explanation.ClassReason topSpender) {}

    Optional<All> of(int no, ValueModel model) {
        return mart.sql()
                .sql(SELECT)
                .param(no)
                .query((row, i) -> new All(
                        rfm(row),
                        ClassReasons.stage(row, model.stages()),
                        ClassReasons.layer(row, model.layers()),
                        ClassReasons.level(row, model.levels()),
                        ClassReasons.topSpender(row, model.topSpenders())))
                .optional();
    }

    private static Explanation.@Nullable RfmCell rfm(ResultSet row) throws SQLException {
        return row.getObject("r") == null
                ? null
                : new Explanation.RfmCell(
                        measure(row, "recency_days", "r", "recency"),
                        measure(row, "frequency", "f", "frequency"),
                        measure(row, "monetary", "m", "monetary"));
    }

    private static Explanation.Measure measure(ResultSet row, String figure, String score, String bound)
            throws SQLException {
        return new Explanation.Measure(
                row.getBigDecimal(figure),
                row.getInt(score),
                List.of(
                        row.getBigDecimal(bound + "_1"),
                        row.getBigDecimal(bound + "_2"),
                        row.getBigDecimal(bound + "_3"),
                        row.getBigDecimal(bound + "_4")));
    }
}
