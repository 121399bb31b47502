package io.jenkins.plugins.pchat.engine.pool;

import io.jenkins.plugins.pchat.engine.PlainText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The spellings under which Microsoft's documents name a pool, brought to the pool's FQDN: the bare name,
 * {@code service:fqdn} (failing over), {@code service: fqdn} with a blank (failing back),
 * {@code PersistentChatServer:fqdn} (the cmdlets' help), {@code service:PersistentChatServer:fqdn} (configuration).
 */
final class PoolIdentity {

    private static final Pattern SPELLING = Pattern.compile(
            "\\s*(?:service\\s*:\\s*)?(?:PersistentChatServer\\s*:\\s*)?([^\\s:]+)\\s*", Pattern.CASE_INSENSITIVE);

    /**
     * What an identity of the management shell can look like: {@code global}, {@code PChatServerCollection},
     * {@code PersistentChatServer:fqdn}.
     */
    private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:_-]{0,299}");

    /** With blanks around the colons; looking for them takes a time that grows with the square of the length. */
    private static final int LONGEST = 1_000;

    private PoolIdentity() {}

    /** The pool's FQDN. */
    static String pool(String spelling) {
        return find(spelling)
                .orElseThrow(() -> new IllegalArgumentException(PlainText.quoted(spelling)
                        + " names no Persistent Chat pool; write its fully qualified name, 'pool.domain.example',"
                        + " or its identity, 'PersistentChatServer:pool.domain.example'."));
    }

    /** Whether an identity that the shell put out is that of the pool. */
    static boolean isOf(String identity, String pool) {
        return find(identity).map(pool::equalsIgnoreCase).orElse(false);
    }

    /** An identity to be used as it stands; blanks around colons go, null stays null. */
    static String literal(String identity) {
        if (identity == null) {
            return null;
        }
        String tight = identity.length() > LONGEST ? "" : identity.strip().replaceAll("\\s*:\\s*", ":");
        if (!LITERAL.matcher(tight).matches()) {
            throw new IllegalArgumentException(PlainText.quoted(identity)
                    + " is no identity of the management shell; leave it out, or write what"
                    + " Get-CsService -PersistentChatServer prints, 'PersistentChatServer:pool.domain.example'.");
        }
        return tight;
    }

    private static Optional<String> find(String spelling) {
        Matcher matcher = SPELLING.matcher(spelling == null || spelling.length() > LONGEST ? "" : spelling);
        return matcher.matches() && Fqdn.isValid(matcher.group(1)) ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
