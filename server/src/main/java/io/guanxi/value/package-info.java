/** Puts a number, a stage and a reason on every member: the value model, the scoring runs and what they find. */
@NullMarked
@ApplicationModule(
        displayName = "Value",
        allowedDependencies = {"platform", "access", "identity", "lake", "mart"})
package io.guanxi.value;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
