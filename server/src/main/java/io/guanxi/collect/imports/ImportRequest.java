package io.guanxi.collect.imports;

import java.time.Instant;

/**
 * What someone wants to import.
 *
 * @param source name its events are counted under
 * @param fileName as the sender named it
 * @param format how to read it
 * @param encoding of its text
 * @param map the SELECT
 * @param received when it arrived
 * @param trial whether only to find out what would become of it
 */
record ImportRequest(
        String source,
        String fileName,
        InputFormat format,
        String encoding,
        String map,
        Instant received,
        boolean trial) {}
