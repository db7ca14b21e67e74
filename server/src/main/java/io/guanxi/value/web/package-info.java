/** The module's calls under {@code /api}. */
@NullMarked
package io.guanxi.value.web;

import org.jspecify.annotations.NullMarked;
