/**
 * Where counters stand: the venue, its names in both languages, its division code with the year the
 * code is from, and the zone that decides what day it is there. In: sites that people or the
 * demonstration add. Out: `Sites` to look one up. Imports database and settings.
 */
@NullMarked
package org.assistcounter.fleet.sites;

import org.jspecify.annotations.NullMarked;
