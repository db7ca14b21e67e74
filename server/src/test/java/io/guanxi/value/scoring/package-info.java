/** Golden cases and properties of the SQL models. */
@NullMarked
package io.guanxi.value.scoring;

import org.jspecify.annotations.NullMarked;
