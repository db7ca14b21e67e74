/** The first screen over HTTP. */
@NullMarked
package io.guanxi.overview.web;

import org.jspecify.annotations.NullMarked;
