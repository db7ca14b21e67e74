package io.guanxi.collect.imports;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of imports, {@code guanxi.imports.*}.
 *
 * @param keepUploads whether an uploaded file stays after it was taken; its rejects always do
 * @param mapTimeout the longest a map may take over a file
 * @param memory what one import's map may use before it spills to disk
 */
@ConfigurationProperties("guanxi.imports")
record ImportSettings(
        @DefaultValue("false") boolean keepUploads,
        @DefaultValue("2h") Duration mapTimeout,
        @DefaultValue("2GB") String memory) {}
