/** HTTP of the access module: the security chains, sign-in, users, keys, audit, the console's files. */
@NullMarked
package io.guanxi.access.web;

import org.jspecify.annotations.NullMarked;
