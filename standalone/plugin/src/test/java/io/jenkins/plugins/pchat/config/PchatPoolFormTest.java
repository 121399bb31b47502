package io.jenkins.plugins.pchat.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.util.ListBoxModel;
import io.jenkins.plugins.pchat.step.Form;
import io.jenkins.plugins.pchat.step.Steps;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.verb.POST;

/** The form of a pool has each of its values once, with a title, a help text, and the default that the pool itself has. */
class PchatPoolFormTest {

    private static final Set<String> TYPED = Set.of("f:textbox", "f:textarea");

    /** Any text will do. */
    private static final Set<String> UNCHECKED =
            Set.of("approvers", "primaryHostNameInCertificate", "backupHostNameInCertificate");

    @Test
    void hasAFieldForEachValueAndNoOther() throws Exception {
        List<String> fields =
                Form.of(PchatPool.class).stream().map(Form.Field::name).toList();
        assertEquals(new TreeSet<>(Steps.parameters(PchatPool.class)), new TreeSet<>(fields));
        assertEquals(Set.copyOf(fields).size(), fields.size(), fields.toString());
    }

    @Test
    void everyFieldHasATitleAndHelp() throws Exception {
        for (Form.Field field : Form.of(PchatPool.class)) {
            assertNotNull(field.title(), field.name());
            String help = Form.text(PchatPool.class, "help-" + field.name() + ".html");
            assertNotNull(help, field.name());
            assertTrue(help.startsWith("<div>") && help.strip().endsWith("</div>"), help);
            if (!Steps.mandatory(PchatPool.class).contains(field.name())) {
                assertTrue(help.contains("efault"), field.name());
            }
        }
    }

    @Test
    void theDefaultsAreThePoolsOwn() throws Exception {
        PchatPool pool = Pools.named("dci");
        for (Form.Field field : Form.of(PchatPool.class)) {
            if (!Steps.mandatory(PchatPool.class).contains(field.name())) {
                Object value = Steps.value(pool, field.name());
                String expected = value == null || Boolean.FALSE.equals(value) ? null : value.toString();
                assertEquals(expected, field.defaultValue(), field.name());
            }
        }
    }

    @Test
    void whatIsTypedIsCheckedAndWhatIsChosenIsFilled() throws Exception {
        for (Form.Field field : Form.of(PchatPool.class)) {
            String name = field.name().substring(0, 1).toUpperCase(Locale.ROOT)
                    + field.name().substring(1);
            if (TYPED.contains(field.control()) && !UNCHECKED.contains(field.name())) {
                method("doCheck" + name);
            }
            if (field.control().endsWith("select")) {
                Method fill = method("doFill" + name + "Items");
                assertEquals(ListBoxModel.class, fill.getReturnType());
            }
            if (field.name().endsWith("redentialsId")) {
                assertEquals("c:select", field.control(), field.name());
            }
        }
    }

    @Test
    void theServersAreShownOneALine() {
        var descriptor = new PchatPool.DescriptorImpl();
        assertEquals("a\nb", descriptor.lines(List.of("a", "b")));
        assertEquals("", descriptor.lines(null));
    }

    @Test
    void theSectionHasItsPageAndItsHelp() throws Exception {
        for (String page : List.of("config.jelly", "config.properties", "help-pools.html")) {
            assertNotNull(Form.text(PchatPools.class, page), page);
        }
    }

    private static Method method(String name) {
        Method found = Arrays.stream(PchatPool.DescriptorImpl.class.getMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name));
        assertTrue(found.isAnnotationPresent(POST.class), name);
        return found;
    }
}
