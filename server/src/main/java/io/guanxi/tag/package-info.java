/** Keeps tags: their groups and names, who carries them since when, and who or what put them there. */
@NullMarked
@ApplicationModule(
        displayName = "Tag",
        allowedDependencies = {"platform", "access", "identity", "lake", "mart", "value"})
package io.guanxi.tag;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
