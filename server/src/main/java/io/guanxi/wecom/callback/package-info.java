/** Takes what WeCom calls out to us: kept before it is answered, worked off once. */
@NullMarked
package io.guanxi.wecom.callback;

import org.jspecify.annotations.NullMarked;
