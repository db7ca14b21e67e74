@NullMarked
package io.guanxi.wecom.client;

import org.jspecify.annotations.NullMarked;
