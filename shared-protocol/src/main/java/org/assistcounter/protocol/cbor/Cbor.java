package org.assistcounter.protocol.cbor;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * Writes and reads {@link CborMap}. Reading is strict: what does not encode to the very same bytes
 * again is refused, so a value has one encoding and a signature over bytes is one over the value.
 */
public final class Cbor {
    private static final int MAX_DEPTH = 8;
    private static final CBORMapper MAPPER =
            new CBORMapper(
                    CBORFactory.builder()
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxNestingDepth(MAX_DEPTH)
                                            .build())
                            .build());

    private Cbor() {}

    /** The deterministic encoding. */
    public static byte[] encode(CborMap map) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(128);
        try (JsonGenerator generator = MAPPER.createGenerator(out)) {
            write(generator, map);
        }
        return out.toByteArray();
    }

    /** Reads one map that fills the bytes exactly. */
    public static CborMap decode(byte[] bytes) throws MalformedCborException {
        CborMap map = parse(bytes);
        if (!Arrays.equals(encodeAgain(map), bytes)) {
            throw new MalformedCborException("not in the deterministic encoding");
        }
        return map;
    }

    /** Broken UTF-8 shows only when it is written. */
    private static byte[] encodeAgain(CborMap map) throws MalformedCborException {
        try {
            return encode(map);
        } catch (JacksonException e) {
            throw new MalformedCborException("not CBOR: " + e.getOriginalMessage());
        }
    }

    private static CborMap parse(byte[] bytes) throws MalformedCborException {
        try (JsonParser parser = MAPPER.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedCborException("not a map");
            }
            return readMap(parser);
        } catch (JacksonException e) {
            throw new MalformedCborException("not CBOR: " + e.getOriginalMessage());
        }
    }

    private static CborMap readMap(JsonParser parser) throws MalformedCborException {
        CborMap map = new CborMap();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            map.putValue(key, readValue(parser));
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new MalformedCborException("the map does not end");
        }
        return map;
    }

    private static Object readValue(JsonParser parser) throws MalformedCborException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new MalformedCborException("a value is missing");
        }
        return switch (token) {
            case START_OBJECT -> readMap(parser);
            case START_ARRAY -> readList(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_EMBEDDED_OBJECT -> readBytes(parser);
            case VALUE_NULL,
                    VALUE_NUMBER_FLOAT,
                    PROPERTY_NAME,
                    END_OBJECT,
                    END_ARRAY,
                    NOT_AVAILABLE ->
                    throw new MalformedCborException("a value of a kind that is not used");
        };
    }

    private static byte[] readBytes(JsonParser parser) throws MalformedCborException {
        byte @Nullable [] bytes = parser.getBinaryValue();
        if (bytes == null) {
            throw new MalformedCborException("a value of a kind that is not used");
        }
        return bytes;
    }

    private static List<Object> readList(JsonParser parser) throws MalformedCborException {
        List<Object> list = new ArrayList<>();
        while (true) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                return list;
            }
            list.add(readValue(parser));
        }
    }

    private static void write(JsonGenerator generator, CborMap map) {
        generator.writeStartObject(map, map.values().size());
        for (Map.Entry<String, Object> entry : map.values().entrySet()) {
            generator.writeName(entry.getKey());
            writeValue(generator, entry.getValue());
        }
        generator.writeEndObject();
    }

    private static void writeValue(JsonGenerator generator, Object value) {
        switch (value) {
            case Long number -> generator.writeNumber(number);
            case Boolean flag -> generator.writeBoolean(flag);
            case String text -> generator.writeString(text);
            case byte[] bytes -> generator.writeBinary(bytes);
            case CborMap map -> write(generator, map);
            case List<?> list -> writeList(generator, list);
            default -> throw new IllegalArgumentException("no encoding for " + value.getClass());
        }
    }

    private static void writeList(JsonGenerator generator, List<?> list) {
        generator.writeStartArray(list, list.size());
        for (Object element : list) {
            writeValue(generator, element);
        }
        generator.writeEndArray();
    }
}
