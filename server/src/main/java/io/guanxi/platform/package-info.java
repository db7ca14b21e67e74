/** What every module stands on: settings, the data folder, PostgreSQL, DuckDB, staged batches, problems, progress. */
@NullMarked
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {})
package io.guanxi.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
