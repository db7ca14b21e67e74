/** Speaks with WeCom: takes its callbacks, keeps customers, groups and tags in step, and sends through its employees. */
@NullMarked
@ApplicationModule(
        displayName = "WeCom",
        allowedDependencies = {"platform", "access", "identity", "collect", "lake", "tag", "messaging", "journey"})
package io.guanxi.wecom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
