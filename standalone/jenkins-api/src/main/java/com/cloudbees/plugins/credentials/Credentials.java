package com.cloudbees.plugins.credentials;

import hudson.ExtensionPoint;
import java.io.Serializable;

/** A credential. */
public interface Credentials extends Serializable, ExtensionPoint {}
