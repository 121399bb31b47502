package io.jenkins.plugins.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.StandardLocation;

/**
 * Writes the index of symbols that a plugin has, one class a line. In the root build Jenkins' annotation indexer does it, the versions of which
 * on Maven Central are too old for this Java.
 */
@SupportedAnnotationTypes("org.jenkinsci.Symbol")
public final class SymbolIndex extends AbstractProcessor {

    private static final String FILE = "META-INF/services/annotations/org.jenkinsci.Symbol";

    private final Set<String> names = new TreeSet<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            for (TypeElement type : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
                names.add(processingEnv.getElementUtils().getBinaryName(type).toString());
            }
        }
        if (round.processingOver() && !names.isEmpty()) {
            write();
        }
        return false;
    }

    private void write() {
        try (Writer file = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", FILE)
                .openWriter()) {
            for (String name : names) {
                file.write(name + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
