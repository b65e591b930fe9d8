/**
 * Keeps the documents true: every path, name and command that a Markdown file of this repository
 * mentions is looked up. In: the sources and documents as text, and the commands in {@code scripts}
 * with {@code --help}. Out: problems with file, line and text. Reads no {@code target} folder,
 * because other modules are built at the same time, and imports nothing of ours.
 */
@NullMarked
package org.assistcounter.documents;

import org.jspecify.annotations.NullMarked;
