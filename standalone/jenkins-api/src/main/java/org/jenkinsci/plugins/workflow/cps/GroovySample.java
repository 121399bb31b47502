package org.jenkinsci.plugins.workflow.cps;

import hudson.ExtensionPoint;

/** A sample that the editor of a Pipeline job offers. */
public interface GroovySample extends ExtensionPoint {

    String name();

    String title();

    String script();
}
