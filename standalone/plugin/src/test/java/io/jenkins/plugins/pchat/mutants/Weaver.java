package io.jenkins.plugins.pchat.mutants;

import static net.bytebuddy.matcher.ElementMatchers.hasSuperType;
import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Guard;
import io.jenkins.plugins.pchat.engine.Operation;
import java.lang.instrument.Instrumentation;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy;
import net.bytebuddy.agent.builder.ResettableClassFileTransformer;
import net.bytebuddy.asm.Advice;

/** Weaves {@link Switches} into the product's classes, loaded or not, until it is closed. */
final class Weaver implements AutoCloseable {

    private final Instrumentation instrumentation = ByteBuddyAgent.install();
    private final ResettableClassFileTransformer transformer = new AgentBuilder.Default()
            .disableClassFormatChanges()
            .with(RedefinitionStrategy.RETRANSFORMATION)
            .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly())
            .type(hasSuperType(named(Operation.class.getName())))
            .transform((builder, type, loader, module, domain) -> builder.visit(
                            Advice.to(Guards.class).on(named("guards").and(not(isAbstract()))))
                    .visit(Advice.to(Done.class).on(named("done").and(not(isAbstract())))))
            .type(named(Failure.class.getName()))
            .transform((builder, type, loader, module, domain) ->
                    builder.visit(Advice.to(Sentences.class).on(named("of"))))
            .installOn(instrumentation);

    @Override
    public void close() {
        transformer.reset(instrumentation, RedefinitionStrategy.RETRANSFORMATION);
    }

    static final class Guards {

        @Advice.OnMethodExit
        static void exit(
                @Advice.This Object operation, @Advice.Return(readOnly = false) List<? extends Guard<?>> guards) {
            guards = Switches.guards(operation, guards);
        }
    }

    static final class Done {

        @Advice.OnMethodExit
        static void exit(@Advice.This Object operation, @Advice.Return(readOnly = false) boolean done) {
            done = Switches.done(operation, done);
        }
    }

    static final class Sentences {

        @Advice.OnMethodEnter
        static void enter(
                @Advice.Argument(0) Failure.Code code, @Advice.Argument(value = 1, readOnly = false) String what) {
            what = Switches.sentence(code, what);
        }
    }
}
