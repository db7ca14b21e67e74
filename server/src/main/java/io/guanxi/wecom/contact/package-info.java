/** What we know of WeCom's customers and group chats; every change of it becomes an event. */
@NullMarked
package io.guanxi.wecom.contact;

import org.jspecify.annotations.NullMarked;
