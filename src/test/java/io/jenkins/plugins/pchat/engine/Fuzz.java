package io.jenkins.plugins.pchat.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;

/** A property that is tried with generated values. The seed is fixed, so that each build tries the same; more tries go further on the same way. */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Property(seed = "20140205", edgeCases = EdgeCasesMode.MIXIN)
public @interface Fuzz {}
