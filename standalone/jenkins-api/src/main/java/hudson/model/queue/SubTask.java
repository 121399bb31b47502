package hudson.model.queue;

/** A part of a task. */
public interface SubTask {}
