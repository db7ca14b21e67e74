/** What the tests of all modules share: one whole server, and a caller of its HTTP interface. */
@NullMarked
package io.guanxi.testing;

import org.jspecify.annotations.NullMarked;
