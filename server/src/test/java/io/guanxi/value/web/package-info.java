/** The module's calls, on a whole server. */
@NullMarked
package io.guanxi.value.web;

import org.jspecify.annotations.NullMarked;
