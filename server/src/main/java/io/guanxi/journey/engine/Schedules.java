package io.guanxi.journey.engine;

import io.guanxi.journey.graph.Entry;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets whole audiences in at their time of day, and those who are in already when a journey is first published. */
public final class Schedules {

    private final JdbcClient postgres;
    private final PublishedJourneys published;
    private final Enrolment enrolment;
    private final Questions questions;

    Schedules(JdbcClient postgres, PublishedJourneys published, Enrolment enrolment, Questions questions) {
        this.postgres = postgres;
        this.published = published;
        this.enrolment = enrolment;
        this.questions = questions;
    }

    /**
     * {@return when a schedule is due next}
     *
     * @param schedule which
     * @param after later than this
     * @param zone the brand's zone
     */
    public static Instant next(Entry.BySchedule schedule, Instant after, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(after, zone);
        while (true) {
            Instant at = day.atTime(schedule.at()).atZone(zone).toInstant();
            if (at.isAfter(after)
                    && (schedule.days().isEmpty() || schedule.days().contains(day.getDayOfWeek()))) {
                return at;
            }
            day = day.plusDays(1);
        }
    }

    private static final String DUE =
            "next_at <= ? AND state = 'RUNNING' AND deleted_at IS NULL AND version_id IS NOT NULL";

    /** {@return the journeys whose time has come} */
    List<Long> due(Moment moment) {
        return postgres.sql("SELECT id FROM journey WHERE " + DUE + " ORDER BY id")
                .param(moment.at())
                .query(Long.class)
                .list();
    }

    /**
     * Begins to let in who is due to a journey; in a transaction. What was missed while no server ran is made up for once.
     *
     * @return how many enrolments began
     */
    int enter(long id, Moment moment) {
        Optional<Integer> version = postgres.sql(
                        "SELECT version_id FROM journey WHERE " + DUE + " AND id = ? FOR UPDATE SKIP LOCKED")
                .params(moment.at(), id)
                .query(Integer.class)
                .optional();
        if (version.isEmpty()) {
            return 0;
        }
        Published journey = published.get(version.get());
        postgres.sql("UPDATE journey SET next_at = :next WHERE id = :id")
                .param(
                        "next",
                        journey.graph().entry() instanceof Entry.BySchedule schedule
                                ? OffsetDateTime.ofInstant(next(schedule, moment.now(), moment.zone()), ZoneOffset.UTC)
                                : null,
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id)
                .update();
        switch (journey.graph().entry()) {
            case Entry.BySchedule entry -> begin(id, entry.audience(), moment);
            case Entry.ByAudience entry -> begin(id, entry.audience(), moment);
            case Entry.ByEvent _, Entry.ByCall _ -> {}
        }
        return 1;
    }

    private void begin(long journey, long audience, Moment moment) {
        enrolment.begin(journey, audience, questions.members(audience), moment);
    }
}
