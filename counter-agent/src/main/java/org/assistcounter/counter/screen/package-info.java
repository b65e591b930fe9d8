/**
 * The shopper's screen: a Netty server for the pages, the pictures and one WebSocket. It pushes
 * complete views with a revision and takes intents back. In: states of the core. Out: shopper's
 * inputs. No decision is taken here or in the browser.
 */
@NullMarked
package org.assistcounter.counter.screen;

import org.jspecify.annotations.NullMarked;
