package io.jenkins.plugins.pchat.lab.server.tsql;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What follows WITH in BACKUP and RESTORE.
 *
 * @param flags in upper case: {@code COPY_ONLY}
 * @param values by name in upper case: {@code STATS}; an option that can stand without a value is among the flags then
 * @param moves the files to relocate
 */
public record WithOptions(Set<String> flags, Map<String, Expression> values, List<Move> moves) {

    /** {@code MOVE 'logical' TO 'physical'}. */
    public record Move(Expression logicalName, Expression physicalName) {}

    public boolean has(String flag) {
        return flags.contains(flag);
    }
}
