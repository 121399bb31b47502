package com.cloudbees.plugins.credentials.common;

/** A credential with an id, a description, a user name and a password. */
public interface StandardUsernamePasswordCredentials extends StandardUsernameCredentials, UsernamePasswordCredentials {}
