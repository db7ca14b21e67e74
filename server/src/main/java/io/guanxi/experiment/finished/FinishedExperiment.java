package io.guanxi.experiment.finished;

import io.guanxi.experiment.report.Report;
import java.time.Instant;

/**
 * A finished experiment that came as a file.
 *
 * @param id its number
 * @param name as people call it
 * @param fileName as its sender named it
 * @param map the SQL that read it
 * @param report what it came to
 * @param rejects how many lines that could not be read are kept, each with its field and the reason
 * @param createdBy by whom
 * @param createdAt when
 */
public record FinishedExperiment(
        long id,
        String name,
        String fileName,
        String map,
        Report report,
        int rejects,
        String createdBy,
        Instant createdAt) {

    /**
     * As a list shows it.
     *
     * @param id its number
     * @param name as people call it
     * @param fileName as its sender named it
     * @param createdBy by whom
     * @param createdAt when
     */
    public record Summary(long id, String name, String fileName, String createdBy, Instant createdAt) {}
}
