@NullMarked
package io.guanxi.wecom.sync;

import org.jspecify.annotations.NullMarked;
