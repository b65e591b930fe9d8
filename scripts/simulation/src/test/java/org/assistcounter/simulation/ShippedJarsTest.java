package org.assistcounter.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/**
 * What a simulation runs is what ships: every class of the product that a clean run loads is, byte
 * for byte, the class in its module's jar, and wherever else it is found, too. Needs the jars.
 */
class ShippedJarsTest {
    private static final String OURS = "org.assistcounter.";
    private static final Map<String, String> JARS =
            Map.of(
                    "protocol", "shared-protocol/target/shared-protocol",
                    "devices", "hardware/devices/target/devices",
                    "counter", "counter-agent/target/counter-agent",
                    "fleet", "fleet-server/target/fleet-server");

    /** Loads every class of ours itself and remembers its bytes. */
    private static final class Remembering extends ClassLoader {
        private final Map<String, byte[]> loaded = new HashMap<>();

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? define(name) : known;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(file(name))) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                loaded.put(name, bytes);
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void runsTheClassesOfTheJarsAndNoOthers() throws Exception {
        Remembering loader = new Remembering();
        LongFunction<?> run =
                (LongFunction<?>)
                        loader.loadClass(SeedRun.class.getName())
                                .getConstructor(long.class, int.class)
                                .newInstance(1L, 1);

        assertThat(run.apply(1)).isEqualTo("");

        Map<String, byte[]> shipped = new HashMap<>(loader.loaded);
        shipped.keySet().removeIf(name -> !JARS.containsKey(module(name)));
        assertThat(shipped.keySet().stream().map(ShippedJarsTest::module).distinct())
                .containsExactlyInAnyOrderElementsOf(JARS.keySet());
        for (String name : new TreeSet<>(shipped.keySet())) {
            assertThat(shipped.get(name)).as(name).isEqualTo(inItsJar(name));
            for (URL place :
                    Collections.list(getClass().getClassLoader().getResources(file(name)))) {
                assertThat(bytes(place)).as("%s", place).isEqualTo(shipped.get(name));
            }
        }
    }

    private static byte[] bytes(URL place) throws IOException {
        try (InputStream in = place.openStream()) {
            return in.readAllBytes();
        }
    }

    private static byte[] inItsJar(String name) throws IOException {
        Path root = Path.of(System.getProperty("assistcounter.root", "../.."));
        Path jar = root.resolve(JARS.get(module(name)) + "-0.1.0-SNAPSHOT.jar");
        try (JarFile file = new JarFile(jar.toFile())) {
            ZipEntry entry = file.getEntry(file(name));
            assertThat(entry).as("%s in %s", name, jar).isNotNull();
            return file.getInputStream(entry).readAllBytes();
        }
    }

    private static String file(String name) {
        return name.replace('.', '/') + ".class";
    }

    private static String module(String name) {
        return name.substring(OURS.length(), name.indexOf('.', OURS.length()));
    }
}
