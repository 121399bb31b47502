package com.cloudbees.plugins.credentials.common;

import com.cloudbees.plugins.credentials.Credentials;
import edu.umd.cs.findbugs.annotations.NonNull;

/** A credential with a user name. */
public interface UsernameCredentials extends Credentials {
    @NonNull
    String getUsername();
}
