/** Commands that invent a brand and send it to Guanxi through its public ways in: files with maps, and the tracking API. */
@NullMarked
package io.guanxi.simulator;

import org.jspecify.annotations.NullMarked;
