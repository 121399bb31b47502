package edu.umd.cs.findbugs.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Never null. */
@Retention(RetentionPolicy.CLASS)
public @interface NonNull {}
