package io.jenkins.plugins.pchat.lab.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabCertificateTest {

    @TempDir
    Path folder;

    private final LabCertificate certificate = LabCertificate.create("SQLA");

    @Test
    void isGoodForLocalhostAndSignedByItself() throws Exception {
        X509Certificate read;
        try (InputStream in = Files.newInputStream(certificate.writePem(folder, "lab"))) {
            read = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        read.checkValidity();
        read.verify(read.getPublicKey());
        assertEquals("CN=SQLA", read.getSubjectX500Principal().getName());
        assertEquals(2048, ((RSAPublicKey) read.getPublicKey()).getModulus().bitLength());
        assertTrue(read.getSubjectAlternativeNames().contains(List.of(2, "localhost")));
    }

    @Test
    void theTrustStoreHoldsTheCertificateAndNoKey() throws Exception {
        Path file = certificate.writeTrustStore(folder, "lab");
        KeyStore store = KeyStore.getInstance(file.toFile(), LabCertificate.TRUST_STORE_PASSWORD.toCharArray());
        List<String> entries = Collections.list(store.aliases());
        assertEquals(1, entries.size());
        assertTrue(store.isCertificateEntry(entries.get(0)));
        assertFalse(store.isKeyEntry(entries.get(0)));
    }
}
