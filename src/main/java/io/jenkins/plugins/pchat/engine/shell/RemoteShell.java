package io.jenkins.plugins.pchat.engine.shell;

import io.jenkins.plugins.pchat.engine.PlainText;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * A management shell on another machine, where role based access control decides which cmdlets the account may run. It
 * lives in memory and on the encrypted channel to the agent only; nothing that is saved holds one.
 *
 * @param uri as in {@code https://pool.example.com/OcsPowershell}
 * @param user {@code DOMAIN\\user} or {@code user@domain}; null for the Windows account that the agent runs as
 * @param password null with a null user
 */
public record RemoteShell(String uri, String user, String password) implements Serializable {

    private static final long serialVersionUID = 1L;

    public RemoteShell {
        checkUri(uri);
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException("A remote shell needs a user name and a password, or neither of them.");
        }
    }

    /** Refuses what is no address of a remote shell; for a step's parameter, before there is any account. */
    public static void checkUri(String text) {
        try {
            URI uri = new URI(text == null ? "" : text);
            if ("https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null) {
                return;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(refusal(text), e);
        }
        throw new IllegalArgumentException(refusal(text));
    }

    private static String refusal(String text) {
        // A user name and a password in front of the host are not repeated in a message.
        String shown = text == null || text.contains("@") ? "The shell's address" : PlainText.quoted(text);
        return shown + " is no address of a remote shell; write 'https://<pool>/OcsPowershell'.";
    }

    @Override
    public String toString() {
        return uri + " as " + (user == null ? "the agent's Windows account" : user);
    }
}
