/** Says things to members: templates, channels, the reach policy, and an outbox that says nothing twice. */
@NullMarked
@ApplicationModule(
        displayName = "Messaging",
        allowedDependencies = {"platform", "access", "identity", "collect", "experiment"})
package io.guanxi.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
