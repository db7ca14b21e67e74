/** A stand-in of WeCom that enforces its documented rules and limits, and fails on request. */
@NullMarked
package io.guanxi.simulator.wecom;

import org.jspecify.annotations.NullMarked;
