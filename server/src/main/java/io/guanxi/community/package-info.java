/** Group chats: who belongs to them, what they are worth week by week, how they age and when they fall below the line. */
@NullMarked
@ApplicationModule(
        displayName = "Community",
        allowedDependencies = {"platform", "access", "identity", "lake", "mart", "value"})
package io.guanxi.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
