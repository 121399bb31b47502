package hudson.model;

import hudson.security.AccessControlled;
import hudson.security.Permission;

/** A job or folder. */
public interface Item extends ModelObject, AccessControlled {

    Permission EXTENDED_READ = new Permission("hudson.model.Item.ExtendedRead");
    Permission CONFIGURE = new Permission("hudson.model.Item.Configure");

    String getName();

    String getFullName();
}
