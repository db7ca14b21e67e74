@NullMarked
package io.guanxi.wecom;

import org.jspecify.annotations.NullMarked;
