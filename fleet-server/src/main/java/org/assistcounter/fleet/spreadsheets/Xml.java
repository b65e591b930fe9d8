package org.assistcounter.fleet.spreadsheets;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The JDK's own parser, whatever else is on the class path, with everything outside shut off. */
final class Xml implements AutoCloseable {

    private final InputStream part;
    private final XMLStreamReader reader;

    Xml(InputStream part) throws XMLStreamException {
        this.part = part;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        reader = factory.createXMLStreamReader(part, "UTF-8");
    }

    /** Goes to the next tag; false at the end. */
    boolean next() throws XMLStreamException {
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT
                    || event == XMLStreamConstants.END_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    boolean starts(String element) {
        return reader.isStartElement() && reader.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return reader.isEndElement() && reader.getLocalName().equals(element);
    }

    /** An attribute without a namespace, or {@code ""}. */
    String attribute(String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** An attribute that has a namespace, which two editions of the format call differently. */
    String foreignAttribute(String name) {
        for (int at = 0; at < reader.getAttributeCount(); at++) {
            @Nullable String space = reader.getAttributeNamespace(at);
            if (space != null
                    && !space.isEmpty()
                    && reader.getAttributeLocalName(at).equals(name)) {
                return reader.getAttributeValue(at);
            }
        }
        return "";
    }

    /**
     * All text up to the end of the element that has just begun, without the aids to pronunciation
     * (rPh). What is far too long is not kept, only its beginning.
     */
    String text(String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int pronounced = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(element)) {
                break;
            }
            pronounced += starts("rPh") ? 1 : 0;
            pronounced -= ends("rPh") ? 1 : 0;
            boolean wanted = reader.isCharacters() && pronounced == 0;
            if (wanted && text.length() <= Bounds.CELL_CHARS) {
                text.append(reader.getText());
            }
        }
        return Bounds.cut(text.toString(), Bounds.CELL_CHARS + 2);
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
