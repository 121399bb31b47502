package io.jenkins.plugins.pchat.lab.wire;

/** A parameter of a call, on its way in and, when it is an output, on its way back. */
public final class Parameter {

    private final String name;
    private final Column type;
    private final boolean output;
    private Object value;

    /**
     * @param name with its {@code @}; empty when the client gave none
     * @param type what the client declared
     */
    public Parameter(String name, Column type, boolean output, Object value) {
        this.name = name;
        this.type = type;
        this.output = output;
        this.value = value;
    }

    public String name() {
        return name;
    }

    public Column type() {
        return type;
    }

    public boolean output() {
        return output;
    }

    public Object value() {
        return value;
    }

    public void set(Object newValue) {
        value = newValue;
    }
}
