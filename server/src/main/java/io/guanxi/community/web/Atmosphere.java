package io.guanxi.community.web;

import io.guanxi.lake.Lake;
import io.guanxi.mart.Mart;
import io.guanxi.platform.Brand;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * When a community talks: its messages and content of four weeks by day of the week and hour. The roll-ups know days, not
 * hours, so this reads the lake: of the files of 28 days, the columns of community, event, time and member.
 */
@Component
class Atmosphere {

    static final int DAYS = 28;

    private static final String BY_HOUR = """
            SELECT CAST(isodow(local_ts) AS INTEGER) AS weekday, CAST(hour(local_ts) AS INTEGER) AS hour,
                   count(*) FILTER (WHERE event = 'Message Sent') AS messages,
                   count(*) FILTER (WHERE event <> 'Message Sent') AS content,
                   count(DISTINCT coalesce(a.into_no, e.member_no)) AS members
            FROM (SELECT member_no, event, timezone(:zone, ts) AS local_ts FROM %s AS events
                  WHERE community = :community AND event IN ('Message Sent', 'Content Published', 'Content Shared')
                    AND member_no IS NOT NULL) AS e
            LEFT JOIN member_alias AS a ON a.member_no = e.member_no
            GROUP BY ALL ORDER BY weekday, hour
            """;

    private final Mart mart;
    private final Lake lake;
    private final Brand brand;

    Atmosphere(Mart mart, Lake lake, Brand brand) {
        this.mart = mart;
        this.lake = lake;
        this.brand = brand;
    }

    /** An hour of the week, Monday being 1; hours in which nobody spoke are left out. */
    @Schema(name = "AtmosphereHour")
    record Hour(int weekday, int hour, long messages, long content, long members) {}

    List<Hour> of(String community, LocalDate asOf) {
        LocalDate first = asOf.minusDays(DAYS - 1L);
        return mart.sql()
                .sql(BY_HOUR.formatted(lake.relation(day -> !day.isBefore(first) && !day.isAfter(asOf))))
                .param("zone", brand.zone().getId())
                .param("community", community)
                .query(Hour.class)
                .list();
    }
}
