package io.jenkins.plugins.pchat.record;

import io.jenkins.plugins.pchat.engine.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The list of active servers as the build found it, and whether putting it back lets users chat again.
 *
 * @param pool the pool
 * @param servers the list; empty if it was so already
 */
record WayBack(String pool, List<String> servers, State state) {

    /** Whether going back helps. */
    enum State {
        /** The build has not changed the list. */
        UNTOUCHED,
        /** The databases of the backup data centre are whole: with the list put back, users work there as before. */
        OPEN,
        /** Step 5 has begun to overwrite the database that the old list leads to. */
        CLOSED,
        /** The pool is in normal service again. */
        COMPLETE
    }

    WayBack {
        servers = List.copyOf(servers);
    }

    /** One for each pool that the build has looked at. */
    static List<WayBack> of(FailbackRecord record) {
        State state = state(record);
        List<WayBack> ways = new ArrayList<>();
        lists(record).forEach((pool, servers) -> ways.add(new WayBack(pool, servers, state)));
        return ways;
    }

    private static State state(FailbackRecord record) {
        if (record.last(Procedure.STATE).filter(OperationEntry::endedWell).isPresent()) {
            return State.COMPLETE;
        }
        if (acted(record, Procedure.LOG_SHIPPING)) {
            return State.CLOSED;
        }
        return acted(record, Procedure.CLEAR) ? State.OPEN : State.UNTOUCHED;
    }

    private static boolean acted(FailbackRecord record, String function) {
        return record.operations().stream().anyMatch(entry -> entry.function().equals(function) && entry.acted());
    }

    /** The first list of each pool that is not empty; what is read after step 6 has begun to write is the new one and doesn't count. */
    private static Map<String, List<String>> lists(FailbackRecord record) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (OperationEntry entry : record.operations()) {
            for (Attempt attempt : entry.attempts()) {
                read(attempt.trace(), lists);
                if (attempt.acted() && entry.function().equals(Procedure.SET_ACTIVE)) {
                    return lists;
                }
            }
        }
        return lists;
    }

    private static void read(Trace trace, Map<String, List<String>> lists) {
        if (trace.facts().get("pool") instanceof String pool
                && trace.facts().get("activeServers") instanceof List<?> active) {
            List<String> servers = active.stream().map(String::valueOf).toList();
            lists.merge(pool, servers, (first, later) -> first.isEmpty() ? later : first);
        }
    }

    /** What an administrator types into the management shell to put the list back. */
    String cmdlet() {
        return "Set-CsPersistentChatActiveServer -Identity " + quoted("PersistentChatServer:" + pool)
                + " -ActiveServers @{Replace="
                + servers.stream().map(WayBack::quoted).collect(Collectors.joining(",")) + "}";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
