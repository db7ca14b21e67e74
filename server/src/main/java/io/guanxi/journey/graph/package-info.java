/** What a journey is: its entry, nodes and ways, read from JSON or YAML and checked. */
@NullMarked
package io.guanxi.journey.graph;

import org.jspecify.annotations.NullMarked;
