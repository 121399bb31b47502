package io.jenkins.plugins.pchat.rehearsal;

import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.DatabaseServers;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values of the shipped pipeline's parameters that fail a lab back.
 *
 * @param credentials the id of the credential with the lab's SQL login
 * @param approvers who may answer the pipeline's questions
 */
public record FailbackParameters(DataCentres lab, String credentials, String approvers) {

    /** By the parameters' names; a test may change them. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("POOL", lab.topology().pool());
        values.put("PRIMARY", lab.servers().primaryAddress());
        values.put("BACKUP", lab.servers().backupAddress());
        values.put("SHARE", DatabaseServers.SHARE);
        values.put("COPY_DIRECTORY", DatabaseServers.COPY_DIRECTORY);
        values.put("ACTIVE_SERVERS", String.join("\n", lab.topology().primaryComputers()));
        values.put("SQL_CREDENTIALS", credentials);
        values.put("APPROVERS", approvers);
        return values;
    }
}
