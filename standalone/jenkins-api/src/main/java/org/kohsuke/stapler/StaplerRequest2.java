package org.kohsuke.stapler;

import java.util.List;

/** A request. (In Jenkins it extends {@code jakarta.servlet.http.HttpServletRequest}.) */
public interface StaplerRequest2 {

    /** Makes an object of each element of a JSON array, or of the one JSON object; nothing of null. */
    <T> List<T> bindJSONToList(Class<T> type, Object src);
}
