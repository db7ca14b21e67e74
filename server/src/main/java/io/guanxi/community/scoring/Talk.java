package io.guanxi.community.scoring;

import io.guanxi.community.figures.CommunityFigures;
import io.guanxi.lake.Lake;
import io.guanxi.platform.Brand;
import io.guanxi.value.LateData;
import io.guanxi.value.ScoringContext;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was said in communities in the last four weeks, with its hour: the roll-ups know days, not hours, so this is of the lake,
 * four columns of 28 days. The hours of a week are looked up by quarters of an hour, which all zones' offsets are multiples of: to
 * ask the zone for each event would take as long as all the rest.
 */
@Component
class Talk {

    private static final String QUARTERS = """
            CREATE OR REPLACE TEMP TABLE quarter_hour AS
            SELECT quarter, CAST(isodow(local) AS INTEGER) AS weekday, CAST(hour(local) AS INTEGER) AS hour
            FROM (SELECT quarter, timezone(:zone, to_timestamp(quarter * 900)) AS local
                  FROM range(:from // 900, :until // 900) AS every(quarter)) AS quarters
            """;

    private static final String TALK = """
            CREATE OR REPLACE TEMP VIEW community_talk AS
            SELECT k.community_no, coalesce(a.into_no, e.member_no) AS member_no, q.weekday, q.hour,
                   CASE WHEN e.event = 'Message Sent' THEN 1 ELSE 0 END AS message
            FROM %s e
            JOIN community_key k USING (community)
            JOIN quarter_hour q ON q.quarter = epoch_us(e.ts) // 900000000
            LEFT JOIN member_alias a ON a.member_no = e.member_no
            WHERE e.event IN ('Message Sent', 'Content Published', 'Content Shared') AND e.member_no IS NOT NULL%s
            """;

    private final Lake lake;
    private final Brand brand;

    Talk(Lake lake, Brand brand) {
        this.lake = lake;
        this.brand = brand;
    }

    /** Lays {@code community_talk}, which the model of hours reads, on a run's connection. */
    void lay(ScoringContext context) {
        LocalDate asOf = context.asOf();
        LocalDate first = asOf.minusDays(CommunityFigures.TALK_DAYS - 1L);
        layQuarters(context.sql(), brand.zone(), first, asOf);
        String arrived = context.lateData() == LateData.INCLUDE
                ? ""
                : " AND e.received_at < TIMESTAMPTZ '%s'"
                        .formatted(asOf.plusDays(1).atStartOfDay(brand.zone()).toInstant());
        context.sql()
                .sql(TALK.formatted(lake.relation(day -> !day.isBefore(first) && !day.isAfter(asOf)), arrived))
                .update();
    }

    /** Lays {@code quarter_hour}: the place in the week of every quarter of an hour, counted in UTC since 1970, of some days. */
    static void layQuarters(JdbcClient sql, ZoneId zone, LocalDate first, LocalDate last) {
        sql.sql(QUARTERS)
                .param("zone", zone.getId())
                .param("from", first.minusDays(1).toEpochSecond(LocalTime.MIN, ZoneOffset.UTC))
                .param("until", last.plusDays(2).toEpochSecond(LocalTime.MIN, ZoneOffset.UTC))
                .update();
    }
}
