/** What of tags is kept in PostgreSQL. */
@NullMarked
package io.guanxi.tag.store;

import org.jspecify.annotations.NullMarked;
