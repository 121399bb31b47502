package hudson.model;

/** The time zone that a person has chosen. */
public class TimeZoneProperty {

    private TimeZoneProperty() {}

    /** Its name; null if the caller has chosen none, as here. */
    public static String forCurrentUser() {
        return null;
    }
}
