/** Audiences by HTTP. */
@NullMarked
package io.guanxi.audience.web;

import org.jspecify.annotations.NullMarked;
