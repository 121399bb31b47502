package io.jenkins.plugins.pchat.lab.server.backup;

import io.jenkins.plugins.pchat.lab.server.model.DataFile;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.model.DatabaseUser;
import io.jenkins.plugins.pchat.lab.server.model.Identity;
import io.jenkins.plugins.pchat.lab.server.model.TableDefinition;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * What a backup set tells before its data: whose it is and how it was made.
 *
 * @param log whether it is a log backup
 * @param version the server's, {@code 12.0.6024.0}
 * @param origin the database as it was when the backup began
 */
public record SetHeader(
        UUID guid,
        boolean log,
        String name,
        String description,
        String userName,
        String serverName,
        String machineName,
        String version,
        LocalDateTime started,
        boolean copyOnly,
        boolean checksums,
        boolean compressed,
        Origin origin) {

    /** The state of a database that travels with its backup. */
    public record Origin(
            String database,
            Identity identity,
            Database.Recovery recovery,
            Database.Access access,
            int compatibilityLevel,
            List<DataFile> files,
            List<DatabaseUser> users,
            List<TableDefinition> tables) {}

    /** The first number of the version. */
    public int majorVersion() {
        return version(0);
    }

    /** A number of the version, from 0. */
    public int version(int part) {
        return Integer.parseInt(version.split("\\.")[part]);
    }
}
