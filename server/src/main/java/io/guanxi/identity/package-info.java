/** Who is who: turns the identifiers of events into member numbers, and keeps what is known about a person. */
@NullMarked
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"platform", "access"})
package io.guanxi.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
