/**
 * Imports: a file and a map (one SELECT) become events. The file is read in its own locked DuckDB, its events take the same
 * road as those of the tracking API; {@code docs/modules/collect.md} tells it from the user's side.
 */
@NullMarked
package io.guanxi.collect.imports;

import org.jspecify.annotations.NullMarked;
