package io.guanxi.value;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a {@link ScoringStep} works with. */
public interface ScoringContext {

    /** {@return the last day that counts, in the brand's zone} */
    LocalDate asOf();

    /** {@return whether what arrived after that day counts} */
    LateData lateData();

    /** {@return the value model of the run} */
    ValueModel model();

    /** {@return statements in the run's transaction; they see {@code member_score} as this run has made it} */
    JdbcClient sql();

    /**
     * Sets a parameter for the SQL models of this step.
     *
     * @param name without the colon, small letters and underscores
     * @param number its value
     */
    void parameter(String name, double number);

    /**
     * Makes SQL models, {@code models/NAME.sql}, and all they read that this run has not made yet.
     *
     * @param results their names
     */
    void make(String... results);

    /**
     * Puts a figure among those of the run.
     *
     * @param name e.g. {@code golden}
     * @param value a number, a text, or a map of them
     */
    void figure(String name, Object value);
}
