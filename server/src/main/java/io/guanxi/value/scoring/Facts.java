package io.guanxi.value.scoring;

import java.sql.Connection;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What runs and fits need of the mart. */
public interface Facts {

    /** Lets everything that was acknowledged before arrive, at its grain. */
    void settle();

    /** {@return a connection of its own; close it} */
    Connection connect();

    /**
     * Puts, on a run's connection, temporary tables in front of members and roll-ups that hold only who was known, and what had
     * arrived, by the end of a day.
     *
     * @param sql the run's connection
     * @param day the day
     */
    void asSeenOn(JdbcClient sql, LocalDate day);
}
