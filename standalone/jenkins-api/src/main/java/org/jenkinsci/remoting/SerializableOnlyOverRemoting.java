package org.jenkinsci.remoting;

import java.io.Serializable;

/** Serializable on a channel and nowhere else. */
public interface SerializableOnlyOverRemoting extends Serializable {}
