package io.jenkins.plugins.pchat.lab.agent;

import io.jenkins.plugins.pchat.lab.server.Procedure;
import java.util.UUID;

/** The work of the {@code sp_change_*} procedures: arguments that are given become columns of the same name. */
record Changes(Procedure.Call call, Msdb msdb, UUID id) {

    static Changes of(Procedure.Call call, Msdb msdb, UUID id) {
        return new Changes(call, msdb, id);
    }

    /** Changes columns, named with blanks between, of the rows of a table that belong to the id. */
    Changes in(String table, String idColumn, String columns) {
        for (String column : columns.split(" ")) {
            String argument = "@" + column;
            if (call.given(argument)) {
                msdb.update(
                        "UPDATE msdb." + table + " SET " + column + " = ? WHERE " + idColumn + " = ?",
                        call.argument(argument),
                        id);
            }
        }
        return this;
    }
}
