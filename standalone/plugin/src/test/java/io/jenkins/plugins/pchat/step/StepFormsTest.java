package io.jenkins.plugins.pchat.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A form has each parameter of its step once, with a title, a help text, and the default that the step itself has. */
class StepFormsTest {

    private static final Set<String> TYPED = Set.of("f:textbox", "f:textarea", "f:number");

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.pchat.step.Steps#stream")
    void hasAFieldForEachParameterAndNoOther(PchatStep step) throws Exception {
        List<String> fields =
                Form.of(step.getClass()).stream().map(Form.Field::name).toList();
        Set<String> once = new TreeSet<>(fields);
        assertEquals(new TreeSet<>(Steps.parameters(step.getClass())), once);
        assertEquals(once.size(), fields.size(), fields.toString());
    }

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.pchat.step.Steps#stream")
    void everyFieldHasATitle(PchatStep step) throws Exception {
        for (Form.Field field : Form.of(step.getClass())) {
            assertNotNull(field.title(), field.name() + " of " + step.getClass());
        }
    }

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.pchat.step.Steps#stream")
    void everyFieldAndTheStepItselfHaveHelp(PchatStep step) throws Exception {
        assertNotNull(step.getClass().getResource(step.getClass().getSimpleName() + "/help.html"));
        for (Form.Field field : Form.of(step.getClass())) {
            String help = Form.text(step.getClass(), "help-" + field.name() + ".html");
            assertNotNull(help, "help-" + field.name() + ".html of " + step.getClass());
            assertTrue(help.startsWith("<div>") && help.strip().endsWith("</div>"), help);
            if (!Steps.mandatory(step.getClass()).contains(field.name())) {
                assertTrue(
                        help.contains("default") || help.contains("Default"), field.name() + " of " + step.getClass());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.pchat.step.Steps#stream")
    void theDefaultsAreTheStepsOwn(PchatStep step) throws Exception {
        for (Form.Field field : Form.of(step.getClass())) {
            if (Steps.mandatory(step.getClass()).contains(field.name()) || field.isComputed()) {
                continue;
            }
            if (step instanceof SetPoolStateStep && field.name().equals("pool")) {
                continue; // the one value that a step without mandatory ones was given here
            }
            Object value = Steps.value(step, field.name());
            String expected = value == null || Boolean.FALSE.equals(value) ? null : value.toString();
            assertEquals(expected, field.defaultValue(), field.name() + " of " + step.getClass());
        }
    }

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.pchat.step.Steps#stream")
    void everySelectHasItsItemsAndItsDefaultAmongThem(PchatStep step) throws Exception {
        for (Form.Field field : Form.of(step.getClass())) {
            if (field.control().equals("f:select")) {
                String method = "doFill" + capital(field.name()) + "Items";
                var items = (hudson.util.ListBoxModel)
                        step.getDescriptor().getClass().getMethod(method).invoke(step.getDescriptor());
                assertTrue(items.stream().anyMatch(item -> item.value.equals(field.defaultValue())), field.toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.pchat.step.Steps#stream")
    void whatIsTypedIsCheckedWhileItIsTyped(PchatStep step) throws Exception {
        for (Form.Field field : Form.of(step.getClass())) {
            if (TYPED.contains(field.control()) && !field.name().endsWith("ostNameInCertificate")) {
                method(step, "doCheck" + capital(field.name()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.pchat.step.Steps#stream")
    void everyAccountIsChosenFromWhatTheJobMayUse(PchatStep step) throws Exception {
        int accounts = 0;
        for (Form.Field field : Form.of(step.getClass())) {
            if (field.name().endsWith("redentialsId")) {
                assertEquals("c:select", field.control(), field.name());
                Method fill = method(step, "doFill" + capital(field.name()) + "Items");
                assertEquals(
                        List.of(hudson.model.Item.class, String.class),
                        List.of(fill.getParameterTypes()),
                        field.name());
                accounts++;
            }
        }
        boolean three = step instanceof VerifyStep || step instanceof PreflightStep;
        assertEquals(step instanceof ConfigureLogShippingStep ? 2 : three ? 3 : 1, accounts);
    }

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.pchat.step.Steps#stream")
    void everyParameterCanBeReadAgain(PchatStep step) throws Exception {
        for (String parameter : Steps.parameters(step.getClass())) {
            Steps.value(step, parameter);
        }
    }

    private static Method method(PchatStep step, String name) {
        return Arrays.stream(step.getDescriptor().getClass().getMethods())
                .filter(each -> each.getName().equals(name) && !each.isBridge())
                .findFirst()
                .orElseThrow(() -> new AssertionError(step.getDescriptor().getClass() + " has no " + name));
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }
}
