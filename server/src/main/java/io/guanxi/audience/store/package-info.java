/** What of audiences is kept in PostgreSQL. */
@NullMarked
package io.guanxi.audience.store;

import org.jspecify.annotations.NullMarked;
