/** Who may do what, and who did it: users, keys, sessions, roles, masking of personal data, the audit trail. */
@NullMarked
@ApplicationModule(displayName = "Access", allowedDependencies = "platform")
package io.guanxi.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
