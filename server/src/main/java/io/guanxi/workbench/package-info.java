/** What guides have to do today: tasks with a reason and suggested words, and what came of them. */
@NullMarked
@ApplicationModule(
        displayName = "Workbench",
        allowedDependencies = {"platform", "access", "identity", "mart", "messaging"})
package io.guanxi.workbench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
