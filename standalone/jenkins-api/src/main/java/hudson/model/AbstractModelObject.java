package hudson.model;

/** A model object with a page. */
public abstract class AbstractModelObject implements ModelObject {}
