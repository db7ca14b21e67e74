package io.guanxi.lake;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * One Parquet file of the lake.
 *
 * @param path where it is
 * @param day the brand's day of all its events
 * @param rows number of events
 * @param bytes size
 */
public record LakeFile(Path path, LocalDate day, long rows, long bytes) {}
