package io.jenkins.plugins.pchat.live;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Who has an account in the Jenkins under test. Passwords and tokens are made for one run. */
enum Person {
    ADMIN,
    /** May answer the pipeline's questions. */
    APPROVER,
    /** May see and build the job, but is not among those whom the pipeline asks. */
    OUTSIDER;

    private final String password = "Pw-" + random();

    /** A token of the kind that Jenkins makes: its version, then 32 hexadecimal digits. */
    private final String token = "11" + random();

    private static String random() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String password() {
        return password;
    }

    String token() {
        return token;
    }

    /** The value of an {@code Authorization} header. */
    String authorization() {
        String pair = id() + ":" + token;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
