package hudson.model;

/** The queue of builds. */
public class Queue {

    private Queue() {}

    /** What can be queued. */
    public interface Task extends ModelObject, hudson.model.queue.SubTask {}

    /** What a task becomes when it runs. */
    public interface Executable {}
}
