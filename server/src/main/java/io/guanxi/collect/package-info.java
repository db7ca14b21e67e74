/** Takes in what members do: the tracking API, imports, the inbox, and the road that leads from there to the lake. */
@NullMarked
@ApplicationModule(
        displayName = "Collect",
        allowedDependencies = {"platform", "access", "identity", "lake"})
package io.guanxi.collect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
