package io.jenkins.plugins.pchat.form;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.queue.Tasks;
import hudson.security.ACL;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.List;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** The items of lists in forms. */
public final class Choices {

    private Choices() {}

    /**
     * The accounts that may be chosen. Who may not see them sees the one that is chosen, and no other.
     *
     * @param item the job that uses the account; null outside of one, where only an administrator sees them
     */
    public static ListBoxModel accounts(Item item, String current) {
        StandardListBoxModel accounts = new StandardListBoxModel();
        boolean allowed = item == null
                ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                : item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(CredentialsProvider.USE_ITEM);
        if (!allowed) {
            return accounts.includeCurrentValue(Util.fixNull(current));
        }
        Authentication who = item instanceof Queue.Task task ? Tasks.getAuthenticationOf2(task) : ACL.SYSTEM2;
        return accounts.includeEmptyValue()
                .includeMatchingAs(
                        who, item, StandardUsernamePasswordCredentials.class, List.of(), CredentialsMatchers.always())
                .includeCurrentValue(Util.fixNull(current));
    }

    /** The ways to encrypt a connection. */
    public static ListBoxModel encryption() {
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.Choices_encrypt_true(), SqlTarget.Encrypt.TRUE.word());
        items.add(Messages.Choices_encrypt_strict(), SqlTarget.Encrypt.STRICT.word());
        items.add(Messages.Choices_encrypt_false(), SqlTarget.Encrypt.FALSE.word());
        return items;
    }
}
