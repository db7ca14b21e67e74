@NullMarked
package io.guanxi.doctor;

import org.jspecify.annotations.NullMarked;
