package org.jenkinsci.plugins.workflow.graphanalysis;

/** Visits every node once, all of a branch before the next. */
public class DepthFirstScanner extends AbstractFlowScanner {}
