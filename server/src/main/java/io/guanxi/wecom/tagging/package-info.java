/** Tags, which go both ways: what employees say in WeCom comes to members, and what is said of members goes to WeCom. */
@NullMarked
package io.guanxi.wecom.tagging;

import org.jspecify.annotations.NullMarked;
