package io.jenkins.plugins.pchat.lab.server.query;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A query as the table engine takes it.
 *
 * @param parameters the values of its markers
 * @param variants the positions, from 0, of result columns that are sql_variant
 */
public record EngineQuery(String sql, List<Object> parameters, Set<Integer> variants) {

    public EngineQuery {
        parameters = Collections.unmodifiableList(parameters);
    }
}
