/** The launcher's words that are clients of a running server or keepers of a stopped folder; they start no Spring. */
@NullMarked
@ApplicationModule(
        displayName = "Command",
        allowedDependencies = {})
package io.guanxi.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
