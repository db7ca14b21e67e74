/** Keeps every event for ever in one open Iceberg table, and reads it back. */
@NullMarked
@ApplicationModule(
        displayName = "Lake",
        allowedDependencies = {"platform", "access", "identity"})
package io.guanxi.lake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
