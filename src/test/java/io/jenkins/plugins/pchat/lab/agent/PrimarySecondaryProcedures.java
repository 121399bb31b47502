package io.jenkins.plugins.pchat.lab.agent;

import static io.jenkins.plugins.pchat.lab.agent.LogShippingProcedures.procedure;
import static io.jenkins.plugins.pchat.lab.agent.Refused.arguments;
import static io.jenkins.plugins.pchat.lab.agent.Refused.needed;

import io.jenkins.plugins.pchat.lab.server.Instance;
import io.jenkins.plugins.pchat.lab.server.Procedure;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.Map;
import java.util.UUID;

/** The procedures of log shipping that tell a primary of its secondaries. */
final class PrimarySecondaryProcedures {

    private final Msdb msdb;

    PrimarySecondaryProcedures(Msdb msdb) {
        this.msdb = msdb;
    }

    void register(Instance instance) {
        instance.register(
                "master.dbo.sp_add_log_shipping_primary_secondary",
                procedure(
                        arguments("@primary_database @secondary_server @secondary_database @overwrite"),
                        this::addSecondary));
        instance.register(
                "master.dbo.sp_delete_log_shipping_primary_secondary",
                procedure(arguments("@primary_database @secondary_server @secondary_database"), this::deleteSecondary));
        instance.register(
                "master.dbo.sp_help_log_shipping_primary_secondary",
                procedure(
                        arguments("@primary_database"),
                        call -> LogShippingProcedures.send(
                                call,
                                PrimaryProcedures.secondaries(
                                        msdb,
                                        PrimaryProcedures.registered(msdb, call.text("@primary_database"))
                                                .id("primary_id")),
                                "secondary_server secondary_database")));
    }

    private void addSecondary(Procedure.Call call) throws Refused, ServerError {
        String procedure = "sp_add_log_shipping_primary_secondary";
        UUID id = PrimaryProcedures.registered(msdb, needed(call, procedure, "@primary_database"))
                .id("primary_id");
        String server = needed(call, procedure, "@secondary_server");
        String database = needed(call, procedure, "@secondary_database");
        boolean there = PrimaryProcedures.secondaries(msdb, id).stream()
                .anyMatch(row -> server.equalsIgnoreCase(row.text("secondary_server"))
                        && database.equalsIgnoreCase(row.text("secondary_database")));
        if (there && call.number("@overwrite", 0) != 1) {
            throw new Refused(
                    32012,
                    "Secondary " + server + "." + database + " already exists for primary "
                            + call.text("@primary_database") + ".");
        }
        if (!there) {
            msdb.insert(
                    "msdb.log_shipping_primary_secondaries",
                    Map.of("primary_id", id, "secondary_server", server, "secondary_database", database));
        }
    }

    private void deleteSecondary(Procedure.Call call) throws Refused, ServerError {
        String procedure = "sp_delete_log_shipping_primary_secondary";
        UUID id = PrimaryProcedures.registered(msdb, needed(call, procedure, "@primary_database"))
                .id("primary_id");
        msdb.update(
                "DELETE FROM msdb.log_shipping_primary_secondaries WHERE primary_id = ? AND UPPER(secondary_server) ="
                        + " UPPER(?) AND UPPER(secondary_database) = UPPER(?)",
                id,
                needed(call, procedure, "@secondary_server"),
                needed(call, procedure, "@secondary_database"));
    }
}
