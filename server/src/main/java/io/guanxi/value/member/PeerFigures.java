package io.guanxi.value.member;

import io.guanxi.mart.Mart;
import org.springframework.stereotype.Component;

/** The small tables {@code stage_median} and {@code rfm_cell} which a run leaves in the mart. */
@Component
public class PeerFigures {

    private final Mart mart;
    private final MemberScores scores;

    PeerFigures(Mart mart, MemberScores scores) {
        this.mart = mart;
        this.scores = scores;
    }

    /**
     * {@return whom a member is compared with}
     *
     * @param no number of a live member
     */
    public Peers of(int no) {
        Peers.Median median = scores.find(no)
                .flatMap(score -> mart.sql()
                        .sql("""
                                SELECT stage, members, round(value, 2) AS value, round(consumption, 2) AS consumption,
                                       round(content, 2) AS content, round(interaction, 2) AS interaction,
                                       round(social, 2) AS social
                                FROM stage_median WHERE stage = ?""")
                        .param(score.stage())
                        .query(Peers.Median.class)
                        .optional())
                .orElse(null);
        return new Peers(
                no,
                median,
                mart.sql()
                        .sql("SELECT r, f, m, members, monetary FROM rfm_cell ORDER BY r, f, m")
                        .query(Peers.Cell.class)
                        .list());
    }
}
