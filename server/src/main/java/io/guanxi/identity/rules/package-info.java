/** The rules by which identifiers name people, as an administrator sees and changes them. */
@NullMarked
package io.guanxi.identity.rules;

import org.jspecify.annotations.NullMarked;
