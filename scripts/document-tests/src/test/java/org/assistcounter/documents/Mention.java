package org.assistcounter.documents;

/**
 * Something that a document says.
 *
 * @param document its path below the root, with forward slashes
 * @param line counted from 1
 */
record Mention(String document, int line, String text) {

    String problem(String what) {
        return "%s, line %d: \"%s\" %s".formatted(document, line, text, what);
    }
}
