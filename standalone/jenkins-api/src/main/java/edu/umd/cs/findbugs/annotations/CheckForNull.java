package edu.umd.cs.findbugs.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** May be null. */
@Retention(RetentionPolicy.CLASS)
public @interface CheckForNull {}
