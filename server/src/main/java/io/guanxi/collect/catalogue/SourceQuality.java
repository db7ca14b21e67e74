package io.guanxi.collect.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How well one source's data of the last days came in.
 *
 * @param source name of the write key's or import's source
 * @param events of these days in the lake
 * @param late of them, those that reached us more than a day after they happened
 * @param unknown of them, those whose name the catalogue does not know
 * @param duplicate events of finished imports that had been taken before
 * @param rejected rows of finished imports that could not be taken
 * @param malformed calls that the tracking API refused
 * @param newest when the latest of the events reached us, or null where there are none
 */
record SourceQuality(
        String source,
        long events,
        long late,
        long unknown,
        long duplicate,
        long rejected,
        long malformed,
        @Nullable Instant newest) {}
