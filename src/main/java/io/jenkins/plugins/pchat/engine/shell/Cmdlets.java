package io.jenkins.plugins.pchat.engine.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cmdlets that the engine uses, as the reference documents them. Lists are read whole and searched here: an unknown
 * pool is then an answer, not an error whose wording differs from version to version.
 */
public final class Cmdlets {

    public static final String GET_SERVICE = "Get-CsService";
    public static final String GET_POOL = "Get-CsPool";
    public static final String GET_STATE = "Get-CsPersistentChatState";
    public static final String SET_ACTIVE_SERVER = "Set-CsPersistentChatActiveServer";
    public static final String SET_STATE = "Set-CsPersistentChatState";
    public static final String GET_REPLICATION = "Get-CsManagementStoreReplicationStatus";
    public static final String INVOKE_REPLICATION = "Invoke-CsManagementStoreReplication";

    /** All their names; the script knows the same and refuses others. */
    public static final List<String> NAMES = List.of(
            GET_SERVICE, GET_POOL, GET_STATE, SET_ACTIVE_SERVER, SET_STATE, GET_REPLICATION, INVOKE_REPLICATION);

    private Cmdlets() {}

    /**
     * The Persistent Chat services of all pools; there is no {@code Get-CsPersistentChatActiveServer}, the active list
     * is read here.
     */
    public static Cmdlet persistentChatServers() {
        return new Cmdlet(
                GET_SERVICE,
                Map.of("PersistentChatServer", true),
                List.of(
                        "Identity",
                        "PoolFqdn",
                        "Version",
                        "ActiveServers",
                        "InactiveServers",
                        "PersistentChatDatabase",
                        "MirrorPersistentChatDatabase",
                        "BackupPersistentChatDatabase",
                        "BackupMirrorPersistentChatDatabase"));
    }

    /** The database services that the Persistent Chat services refer to, with the names of their instances. */
    public static Cmdlet persistentChatDatabases() {
        return new Cmdlet(
                GET_SERVICE,
                Map.of("PersistentChatDatabase", true),
                List.of("Identity", "PoolFqdn", "SqlInstanceName"));
    }

    /** All pools with their computers. */
    public static Cmdlet pools() {
        return new Cmdlet(GET_POOL, Map.of(), List.of("Identity", "Fqdn", "Computers"));
    }

    /** The states of all Persistent Chat pools. */
    public static Cmdlet persistentChatStates() {
        return new Cmdlet(GET_STATE, Map.of(), List.of("Identity", "PoolState"));
    }

    /** How far each computer of the deployment has the configuration; times are UTC in ISO 8601. */
    public static Cmdlet replicationStatus() {
        return new Cmdlet(
                GET_REPLICATION,
                Map.of(),
                List.of("ReplicaFqdn", "UpToDate", "LastUpdateCreation", "LastStatusReport"));
    }

    /** Empties the active list. */
    public static Cmdlet clearActiveServers(String identity) {
        return activeServers(identity, Cmdlet.NULL);
    }

    /** Makes the active list this one. */
    public static Cmdlet replaceActiveServers(String identity, List<String> servers) {
        return activeServers(identity, Map.of("Replace", List.copyOf(servers)));
    }

    private static Cmdlet activeServers(String identity, Object value) {
        return setter(SET_ACTIVE_SERVER, identity, "ActiveServers", value);
    }

    /** @param state {@code Normal} or {@code FailedOver} */
    public static Cmdlet setState(String identity, String state) {
        return setter(SET_STATE, identity, "PoolState", state);
    }

    /** Sends the whole configuration to one computer again. */
    public static Cmdlet replicate(String computer) {
        return new Cmdlet(INVOKE_REPLICATION, Map.of("ReplicaFqdn", computer), List.of());
    }

    private static Cmdlet setter(String name, String identity, String parameter, Object value) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("Identity", identity);
        parameters.put(parameter, value);
        parameters.put("Confirm", false);
        return new Cmdlet(name, parameters, List.of());
    }
}
