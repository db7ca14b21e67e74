/** Keeps what is derived from the lake in one disposable DuckDB file: roll-ups by member and day, and what models make of them. */
@NullMarked
@ApplicationModule(
        displayName = "Mart",
        allowedDependencies = {"platform", "access", "identity", "lake", "collect"})
package io.guanxi.mart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
