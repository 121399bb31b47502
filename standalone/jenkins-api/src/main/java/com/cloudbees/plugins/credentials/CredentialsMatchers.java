package com.cloudbees.plugins.credentials;

import edu.umd.cs.findbugs.annotations.NonNull;

/** Common matchers. */
public class CredentialsMatchers {

    private CredentialsMatchers() {}

    @NonNull
    public static CredentialsMatcher always() {
        return item -> true;
    }
}
