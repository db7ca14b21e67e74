/** Lets a sandbox live through weeks in minutes: its clock can be advanced, step by step, and nothing that is due is skipped. */
@NullMarked
@ApplicationModule(
        displayName = "Sandbox",
        allowedDependencies = {"platform", "access"})
package io.guanxi.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
