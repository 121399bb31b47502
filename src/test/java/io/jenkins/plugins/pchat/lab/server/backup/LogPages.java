package io.jenkins.plugins.pchat.lab.server.backup;

import io.jenkins.plugins.pchat.lab.server.model.LogRecord;
import io.jenkins.plugins.pchat.lab.server.store.RowCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Log records as rows of a page. */
final class LogPages {

    private LogPages() {}

    static List<byte[]> encode(List<LogRecord> records) {
        List<byte[]> rows = new ArrayList<>(records.size());
        for (LogRecord r : records) {
            byte[] before = r.before() == null ? null : RowCodec.encode(r.before());
            byte[] after = r.after() == null ? null : RowCodec.encode(r.after());
            rows.add(RowCodec.encode(Arrays.asList(r.lsn(), r.kind().name(), r.table(), before, after, r.columns())));
        }
        return rows;
    }

    static List<LogRecord> decode(List<byte[]> rows) {
        List<LogRecord> records = new ArrayList<>(rows.size());
        for (byte[] row : rows) {
            List<Object> v = RowCodec.decode(row);
            List<Object> before = v.get(3) == null ? null : RowCodec.decode((byte[]) v.get(3));
            List<Object> after = v.get(4) == null ? null : RowCodec.decode((byte[]) v.get(4));
            records.add(new LogRecord(
                    (Long) v.get(0),
                    LogRecord.Kind.valueOf((String) v.get(1)),
                    (String) v.get(2),
                    before,
                    after,
                    (String) v.get(5)));
        }
        return records;
    }
}
