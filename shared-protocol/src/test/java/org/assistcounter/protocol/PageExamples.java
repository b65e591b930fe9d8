package org.assistcounter.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The examples of a page: blocks of text, each under a name. */
public record PageExamples(Path page) {
    private static final int COLUMNS = 64;

    public void assertShown(String name, byte[] bytes) throws IOException {
        String hex = HexFormat.of().formatHex(bytes).replaceAll("(.{" + COLUMNS + "})", "$1\n");
        assertThat(block(name).strip()).as(name).isEqualTo(hex.strip());
    }

    public byte[] shown(String name) throws IOException {
        return HexFormat.of().parseHex(block(name).replace("\n", ""));
    }

    public String block(String name) throws IOException {
        String text = Files.readString(page, StandardCharsets.UTF_8);
        Matcher block =
                Pattern.compile("```text " + name + "\n(.*?)```", Pattern.DOTALL).matcher(text);
        return block.find() ? block.group(1) : "";
    }
}
