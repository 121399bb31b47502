package io.jenkins.plugins.pchat.lab.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The certificate of the lab's servers, made anew for each lab: RSA 2048, self-signed, valid for the host name {@code localhost}. */
public final class LabCertificate {

    /** The password of the trust store; a trust store holds no secret. */
    public static final String TRUST_STORE_PASSWORD = "changeit";

    private final X509Certificate certificate;
    private final KeyStore keys;

    private LabCertificate(X509Certificate certificate, KeyStore keys) {
        this.certificate = certificate;
        this.keys = keys;
    }

    /** Makes a key and its certificate with the given common name. */
    public static LabCertificate create(String commonName) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            X509Certificate certificate = sign(commonName, pair);
            KeyStore keys = empty();
            keys.setKeyEntry("lab", pair.getPrivate(), password(), new Certificate[] {certificate});
            return new LabCertificate(certificate, keys);
        } catch (GeneralSecurityException | OperatorException | IOException e) {
            throw new IllegalStateException("The lab can't make its certificate: " + e.getMessage(), e);
        }
    }

    private static X509Certificate sign(String commonName, KeyPair pair)
            throws GeneralSecurityException, OperatorException, IOException {
        X500Name name = new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
        Instant now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(63, new SecureRandom()).add(BigInteger.ONE),
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(Duration.ofDays(30))),
                        name,
                        pair.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                // The driver compares dNSName entries only; an iPAddress entry would not help it (TDS-FACTS 3.4).
                .addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
        var signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    /** Writes the certificate as {@code <name>.pem} into a folder and returns the file. */
    public Path writePem(Path folder, String name) throws IOException {
        try {
            String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(certificate.getEncoded());
            return Files.writeString(
                    folder.resolve(name + ".pem"),
                    "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException e) {
            throw new IOException("The lab's certificate can't be written: " + e.getMessage(), e);
        }
    }

    /** Writes a PKCS12 trust store {@code <name>.p12} that holds this certificate alone, and returns the file. */
    public Path writeTrustStore(Path folder, String name) throws IOException {
        Path file = folder.resolve(name + ".p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore trust = empty();
            trust.setCertificateEntry("lab", certificate);
            trust.store(out, password());
        } catch (GeneralSecurityException e) {
            throw new IOException("The lab's trust store can't be written: " + e.getMessage(), e);
        }
        return file;
    }

    /** A fresh context, so that no session is ever resumed: in a resumed TLS 1.2 handshake the client would speak last (TDS-FACTS 3.1). */
    SSLContext context() throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static char[] password() {
        return TRUST_STORE_PASSWORD.toCharArray();
    }
}
