/** Who gets what at random, and whether it helped: splits, holdouts, exposures, and the statistics that judge them. */
@NullMarked
@ApplicationModule(
        displayName = "Experiment",
        allowedDependencies = {
            "platform",
            "access",
            "identity",
            "lake",
            "collect",
            "mart",
            "value",
            "community",
            "audience"
        })
package io.guanxi.experiment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
