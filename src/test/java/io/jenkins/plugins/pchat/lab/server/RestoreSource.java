package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.backup.BackupFileReader;
import io.jenkins.plugins.pchat.lab.server.backup.SetHeader;
import io.jenkins.plugins.pchat.lab.server.backup.SetTrailer;
import io.jenkins.plugins.pchat.lab.server.tsql.ServerStatement;

/**
 * What a RESTORE statement restores from.
 *
 * @param database the name of the database to restore
 * @param device the file's path
 */
record RestoreSource(
        ServerStatement.Restore statement,
        OptionValues options,
        String database,
        BackupFileReader file,
        BackupFileReader.Entry set,
        String device) {

    SetHeader header() {
        return set.header();
    }

    SetTrailer trailer() {
        return set.trailer();
    }

    boolean has(String flag) {
        return statement.options().has(flag);
    }
}
