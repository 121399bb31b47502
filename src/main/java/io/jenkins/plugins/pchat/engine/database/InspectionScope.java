package io.jenkins.plugins.pchat.engine.database;

import java.io.Serializable;

/**
 * What a look at both servers is about, checked as the operations check it.
 *
 * @param database null or blank for {@code mgc}
 * @param share the log shipping share
 * @param copyDirectory the folder on the backup's host for copied log backups
 */
public record InspectionScope(String database, String share, String copyDirectory) implements Serializable {

    private static final long serialVersionUID = 1L;

    public InspectionScope {
        database = DatabaseName.check(database, DatabaseName.MGC);
        Requests.needed("share", share);
        share = UncPath.folder(share).value();
        copyDirectory = new CopyFolder(copyDirectory).value();
    }
}
