package org.jenkinsci.plugins.workflow.graph;

/** A node of a build's graph: one execution of one step. */
public abstract class FlowNode {

    private final String id;

    protected FlowNode(String id) {
        this.id = id;
    }

    public String getId() {
        return id;
    }
}
