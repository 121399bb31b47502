package com.cloudbees.plugins.credentials.impl;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.util.Secret;

/** A user name and a password. */
public class UsernamePasswordCredentialsImpl implements StandardUsernamePasswordCredentials {

    private static final long serialVersionUID = 1L;

    private final String id;
    private final String description;
    private final String username;
    private final Secret password;

    public UsernamePasswordCredentialsImpl(
            @CheckForNull CredentialsScope scope,
            @CheckForNull String id,
            @CheckForNull String description,
            @CheckForNull String username,
            @CheckForNull String password)
            throws Descriptor.FormException {
        this.id = Util.fixNull(id);
        this.description = Util.fixNull(description);
        this.username = Util.fixNull(username);
        this.password = Secret.fromString(password);
    }

    @NonNull
    @Override
    public String getId() {
        return id;
    }

    @NonNull
    @Override
    public String getDescription() {
        return description;
    }

    @NonNull
    @Override
    public String getUsername() {
        return username;
    }

    @NonNull
    @Override
    public Secret getPassword() {
        return password;
    }
}
