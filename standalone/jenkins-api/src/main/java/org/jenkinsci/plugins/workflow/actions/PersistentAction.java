package org.jenkinsci.plugins.workflow.actions;

import hudson.model.Action;

/** An action that is kept with its node. */
public interface PersistentAction extends Action {}
