/** People and their sessions. */
@NullMarked
package io.guanxi.access.users;

import org.jspecify.annotations.NullMarked;
