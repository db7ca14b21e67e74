/** Carries members through journeys: typed graphs of waits, branches and deeds, moved set by set in PostgreSQL. */
@NullMarked
@ApplicationModule(
        displayName = "Journey",
        allowedDependencies = {
            "platform",
            "access",
            "identity",
            "collect",
            "lake",
            "mart",
            "audience",
            "audience::expression",
            "experiment",
            "messaging",
            "tag"
        })
package io.guanxi.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
