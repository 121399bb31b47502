package hudson.model;

import hudson.security.AccessControlled;
import hudson.security.Permission;

/** A job or folder. */
public interface Item extends ModelObject, AccessControlled {

    Permission READ = Permission.fromId("hudson.model.Item.Read");
    Permission EXTENDED_READ = Permission.fromId("hudson.model.Item.ExtendedRead");
    Permission CONFIGURE = Permission.fromId("hudson.model.Item.Configure");

    String getName();

    String getFullName();
}
