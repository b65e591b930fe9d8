/**
 * Tables as CSV and XLSX: a file becomes rows or a reason, rows become values or every bad cell
 * with its row, column and reason, and values become files again. In: bytes of strangers. Out:
 * plain values. Knows no entity, no database and no web, and imports no other module.
 */
@NullMarked
package org.assistcounter.fleet.spreadsheets;

import org.jspecify.annotations.NullMarked;
