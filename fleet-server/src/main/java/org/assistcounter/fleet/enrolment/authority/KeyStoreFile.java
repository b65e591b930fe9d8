package org.assistcounter.fleet.enrolment.authority;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.assistcounter.fleet.settings.DataDirectory;

/** A PKCS#12 file and the password that opens it, for whoever has to present what is in it. */
public record KeyStoreFile(Path path, String password) {

    private static final String ALIAS = "entry";

    /** What is in the file. */
    public KeyStore open() {
        try (InputStream content = Files.newInputStream(path)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(content, password.toCharArray());
            return store;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The key store " + path + " is damaged.", failure);
        }
    }

    /** Without the password, since this may end up in logs. */
    @Override
    public String toString() {
        return path.toString();
    }

    boolean exists() {
        return Files.exists(path);
    }

    void write(KeyAndCertificate held) {
        writeKey(held.key(), held.certificate(), held.authority());
    }

    void writeKey(PrivateKey key, X509Certificate... chain) {
        write(store -> store.setKeyEntry(ALIAS, key, password.toCharArray(), chain));
    }

    X509Certificate writeTrust(X509Certificate trusted) {
        write(store -> store.setCertificateEntry(ALIAS, trusted));
        return trusted;
    }

    PrivateKey key() {
        try {
            return (PrivateKey) open().getKey(ALIAS, password.toCharArray());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The key store " + path + " is damaged.", failure);
        }
    }

    /** What its holder shows, without the certificates that signed it. */
    public X509Certificate certificate() {
        try {
            return (X509Certificate) open().getCertificate(ALIAS);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The key store " + path + " is damaged.", failure);
        }
    }

    private void write(Filling filling) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            filling.into(store);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, password.toCharArray());
            DataDirectory.writePrivately(path, bytes.toByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The key store cannot be made.", failure);
        }
    }

    /** Puts something into a store that is still in memory. */
    private interface Filling {
        void into(KeyStore store) throws GeneralSecurityException;
    }
}
