package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.PlainText;
import java.util.regex.Pattern;

/**
 * The folder on the secondary that log backups are copied to: {@code D:\LogShipping}, or a UNC path.
 *
 * @param value without a backslash at its end
 */
record CopyFolder(String value) {

    private static final String PART = "[^\\\\/:*?\"<>|\\p{Cntrl}]*[^\\\\/:*?\"<>|\\p{Cntrl}. ]";
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z]:(?:\\\\" + PART + ")+");

    CopyFolder {
        Requests.needed("copyDirectory", value);
        if (value.startsWith("\\\\")) {
            value = UncPath.folder(value).value();
        } else {
            value = value.endsWith("\\") ? value.substring(0, value.length() - 1) : value;
            if (value.length() > 200 || !LOCAL.matcher(value).matches() || !PlainText.isPlain(value)) {
                throw new IllegalArgumentException(
                        PlainText.quoted(value) + " can't be the folder for the copied log backups;"
                                + " write a folder on a disk of the secondary"
                                + " server, 'D:\\LogShipping', or a UNC path.");
            }
        }
    }
}
