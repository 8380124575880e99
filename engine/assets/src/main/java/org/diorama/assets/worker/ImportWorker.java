package org.diorama.assets.worker;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import org.diorama.assets.process.ImportReply;
import org.diorama.assets.process.ImportReply.Outcome;
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
        answer(request).writeTo(replies);
        replies.flush();
      }
    }
  }

  private static ImportReply answer(ImportRequest request) throws IOException {
    try {
      try {
        ModelBaker.bake(request);
        return new ImportReply(Outcome.DONE, "");
      } finally {
        request.source().close();
      }
    } catch (OutputFailure e) {
      return new ImportReply(Outcome.NOT_WRITTEN, e.getMessage());
    } catch (ImportFailure | IOException e) {
      return refusal(e.getMessage() == null ? e.toString() : e.getMessage());
    } catch (OutOfMemoryError e) {
      return refusal("needs more memory to import than the limit allows");
    } catch (RuntimeException e) {
      return refusal("cannot be imported: " + e);
    }
  }

  private static ImportReply refusal(String reason) {
    return new ImportReply(Outcome.REFUSED, reason);
  }
}
