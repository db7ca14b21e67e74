/** Tags by HTTP. */
@NullMarked
package io.guanxi.tag.web;

import org.jspecify.annotations.NullMarked;
