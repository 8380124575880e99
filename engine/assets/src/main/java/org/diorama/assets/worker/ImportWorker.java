package org.diorama.assets.worker;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import org.diorama.assets.process.ImportRequest;

/** Main class of the import child: requests on standard input, replies on descriptor 3. */
public final class ImportWorker {
  private static final String REPLIES = "/proc/self/fd/3";

  private ImportWorker() {}

  public static void main(String[] arguments) throws IOException {
    DataInputStream requests = new DataInputStream(new BufferedInputStream(System.in));
    try (DataOutputStream replies = new DataOutputStream(new FileOutputStream(REPLIES))) {
      while (true) {
        ImportRequest request;
        try {
          request = ImportRequest.readFrom(requests);
        } catch (EOFException e) {
          return; // the parent has no more
        }
        reply(replies, answer(request));
      }
    }
  }

  /** Empty where the bake was written, otherwise the reason. */
  private static String answer(ImportRequest request) throws IOException {
    try {
      try {
        ModelBaker.bake(request);
        return "";
      } finally {
        request.source().close();
      }
    } catch (ImportFailure | IOException e) {
      return e.getMessage() == null ? e.toString() : e.getMessage();
    } catch (OutOfMemoryError e) {
      return "needs more memory to import than the limit allows";
    } catch (RuntimeException e) {
      e.printStackTrace();
      return "cannot be imported: " + e;
    }
  }

  private static void reply(DataOutputStream replies, String failure) throws IOException {
    replies.writeByte(failure.isEmpty() ? 0 : 1);
    if (!failure.isEmpty()) {
      replies.writeUTF(failure.substring(0, Math.min(failure.length(), 2000)));
    }
    replies.flush();
  }
}
