/** Answers any question about members: the audience language, its engine on bitmaps, and who enters and leaves saved audiences. */
@NullMarked
@ApplicationModule(
        displayName = "Audience",
        allowedDependencies = {"platform", "access", "identity", "lake", "mart", "value", "community", "tag"})
package io.guanxi.audience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
