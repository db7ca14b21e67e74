/** The first screen: where members, communities and money stand, and how fresh that is. */
@NullMarked
@ApplicationModule(
        displayName = "Overview",
        allowedDependencies = {"platform", "identity", "lake", "collect", "mart", "value", "community"})
package io.guanxi.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
