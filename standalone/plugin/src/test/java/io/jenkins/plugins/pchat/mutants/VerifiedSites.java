package io.jenkins.plugins.pchat.mutants;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.jenkins.plugins.pchat.engine.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** The places in the product that make a failure of the code NOT_VERIFIED, as the compiler wrote them. */
final class VerifiedSites {

    private static final int API = Opcodes.ASM9;
    private static final String FAILURE = Failure.class.getName().replace('.', '/');

    private final Set<Mutant> sites = new TreeSet<>();

    static Set<Mutant> all() throws IOException {
        VerifiedSites found = new VerifiedSites();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.jenkins.plugins.pchat")) {
            String file = type.getName().replace('.', '/') + ".class";
            try (InputStream code = VerifiedSites.class.getClassLoader().getResourceAsStream(file)) {
                found.read(type.getName(), new ClassReader(code));
            }
        }
        return found.sites;
    }

    private void read(String owner, ClassReader code) {
        code.accept(
                new ClassVisitor(API) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String type, String sign, String[] thrown) {
                        return new Lines(owner);
                    }
                },
                0);
    }

    /** Looks for the constant, and for the line of the next call that takes it. */
    private final class Lines extends MethodVisitor {

        private final String owner;
        private int line;
        private boolean pushed;

        Lines(String owner) {
            super(API);
            this.owner = owner;
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            line = number;
        }

        @Override
        public void visitFieldInsn(int opcode, String type, String name, String descriptor) {
            pushed |= name.equals(Failure.Code.NOT_VERIFIED.name());
        }

        @Override
        public void visitMethodInsn(int opcode, String type, String name, String descriptor, boolean anInterface) {
            if (pushed && type.equals(FAILURE) && name.equals("of")) {
                pushed = false;
                sites.add(Mutant.notVerified(owner, line));
            }
        }
    }
}
