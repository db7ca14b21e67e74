@NullMarked
package io.guanxi.journey.graph;

import org.jspecify.annotations.NullMarked;
