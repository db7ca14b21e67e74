/** The console in a real browser, against a real server. */
@NullMarked
package io.guanxi.browser;

import org.jspecify.annotations.NullMarked;
