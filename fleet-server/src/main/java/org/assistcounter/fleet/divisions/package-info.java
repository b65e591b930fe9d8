/**
 * The administrative divisions of China by GB/T 2260: provinces, prefectures and counties, those
 * that have ended too. In: one file. Out: names, what lies in what, and whether a county's code
 * held in a year. Imports nothing of ours.
 */
@NullMarked
package org.assistcounter.fleet.divisions;

import org.jspecify.annotations.NullMarked;
