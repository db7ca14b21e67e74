/** Proves that inbox, lake and mart hold the same events, each exactly once. */
@NullMarked
@ApplicationModule(
        displayName = "Doctor",
        allowedDependencies = {"platform", "collect", "lake", "mart"})
package io.guanxi.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
