package org.diorama.physics.library;

import com.jme3.bullet.PhysicsSpace;
import com.jme3.bullet.collision.shapes.BoxCollisionShape;
import com.jme3.bullet.objects.PhysicsRigidBody;
import com.jme3.bullet.util.NativeLibrary;
import com.jme3.math.Matrix3f;
import com.jme3.math.Vector3f;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;

/** The native code of Bullet, loaded at its first use and then kept. */
public final class BulletLibrary {
  private static final String RESOURCE = "/native/linux/x86_64/libbulletjme.so";

  /** The parent of the binding's loggers; held, because Java forgets a logger nobody holds. */
  private static final Logger LOGGER = Logger.getLogger("com.jme3.bullet");

  private BulletLibrary() {}

  /**
   * Returns once native code may be called, from any thread.
   *
   * @throws DioramaException NO_RENDERER where this machine can't load it, at each call
   */
  public static void require() {
    if (Loaded.FAILURE != null) {
      throw new DioramaException(
          ExitStatus.NO_RENDERER, Loaded.FAILURE.getMessage(), Loaded.FAILURE);
    }
  }

  /** The JVM runs this once, whatever number of threads ask. */
  private static final class Loaded {
    static final DioramaException FAILURE = attempt();

    private static DioramaException attempt() {
      try {
        load(RESOURCE, Path.of(System.getProperty("java.io.tmpdir")));
        fallOnce();
        return null;
      } catch (DioramaException failure) {
        return failure;
      }
    }
  }

  /**
   * Uses what simulations use, before several threads may: at the first call the native code looks
   * up fields of Java's vectors, and a second thread that calls meanwhile reads zeros.
   */
  private static void fallOnce() {
    PhysicsSpace space = new PhysicsSpace(PhysicsSpace.BroadphaseType.DBVT);
    try {
      space.setGravity(new Vector3f(0, 0, -1));
      PhysicsRigidBody body = new PhysicsRigidBody(new BoxCollisionShape(1), 1);
      space.addCollisionObject(body);
      body.setPhysicsRotation(new Matrix3f());
      space.update(1 / 60f, 1);
      body.getPhysicsLocation(new Vector3f());
      space.removeCollisionObject(body);
    } finally {
      space.destroy();
    }
  }

  /**
   * Loads a library that is a resource, through a private file in a folder that is gone again when
   * this returns: the loaded code outlives its file.
   */
  static void load(String resource, Path folder) {
    LOGGER.setLevel(Level.WARNING);
    Path file = unpack(resource, folder);
    try {
      System.load(file.toString());
      // Stdout carries the command's product.
      NativeLibrary.setStartupMessageEnabled(false);
    } catch (UnsatisfiedLinkError error) {
      throw new DioramaException(
          ExitStatus.NO_RENDERER,
          "physics: Bullet's library cannot be loaded ("
              + firstLine(error.getMessage())
              + "). It needs Linux on x86-64, glibc 2.34, libstdc++6, and a temporary folder that is"
              + " not noexec: set JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR, or leave settle: physics"
              + " out of the scene.",
          error);
    } finally {
      delete(file);
    }
  }

  private static Path unpack(String resource, Path folder) {
    try (InputStream content = BulletLibrary.class.getResourceAsStream(resource)) {
      if (content == null) {
        throw new DioramaException(
            ExitStatus.NO_RENDERER, "physics: " + resource + " is not on the class path.");
      }
      // A name nobody can foresee, readable by its owner alone.
      Path file = Files.createTempFile(folder, "diorama-bullet", ".so");
      Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException error) {
      throw new DioramaException(
          ExitStatus.NO_RENDERER,
          "physics: Bullet's library cannot be unpacked into "
              + folder
              + " ("
              + error
              + "). Make room there, or set JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR.",
          error);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException error) {
      // Left behind in the temporary folder: it harms nobody, and the system cleans it.
      LOGGER.log(Level.FINE, "cannot delete " + file, error);
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
