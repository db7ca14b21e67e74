@NullMarked
package io.guanxi.sandbox;

import org.jspecify.annotations.NullMarked;
