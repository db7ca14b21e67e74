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

    /** Lets in who is due; in a transaction. What was missed while no server ran is made up for once. */
    int enter(Moment moment) {
        List<Integer> due =
                postgres.sql("""
                        SELECT version_id FROM journey
                        WHERE next_at <= ? AND state = 'RUNNING' AND deleted_at IS NULL AND version_id IS NOT NULL
                        ORDER BY id FOR UPDATE SKIP LOCKED
                        """).param(moment.at()).query(Integer.class).list();
        int entered = 0;
        for (int version : due) {
            Published journey = published.get(version);
            Optional<Instant> next =
                    switch (journey.graph().entry()) {
                        case Entry.BySchedule schedule -> {
                            entered += enrolment.enter(journey, questions.members(schedule.audience()), "", moment);
                            yield Optional.of(next(schedule, moment.now(), moment.zone()));
                        }
                        case Entry.ByAudience entry -> {
                            entered += enrolment.enter(journey, questions.members(entry.audience()), "", moment);
                            yield Optional.empty();
                        }
                        case Entry.ByEvent _, Entry.ByCall _ -> Optional.empty();
                    };
            postgres.sql("UPDATE journey SET next_at = :next WHERE id = :id")
                    .param(
                            "next",
                            next.map(at -> OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                                    .orElse(null),
                            Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("id", journey.journey())
                    .update();
        }
        return entered;
    }
}
