package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.backup.BackupFileReader;
import io.jenkins.plugins.pchat.lab.server.backup.SetHeader;
import io.jenkins.plugins.pchat.lab.server.backup.SetTrailer;
import io.jenkins.plugins.pchat.lab.server.model.DataFile;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.store.SqlTypes;
import io.jenkins.plugins.pchat.lab.wire.Column;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The result sets of RESTORE HEADERONLY, FILELISTONLY and LABELONLY, with the columns of SQL Server 2014. */
final class InspectionColumns {

    static final String HEADER =
            "BackupName nvarchar(128), BackupDescription nvarchar(255), BackupType smallint, ExpirationDate "
                    + "datetime, Compressed bit, Position smallint, "
                    + "DeviceType tinyint, UserName nvarchar(128), ServerName nvarchar(128), DatabaseName "
                    + "nvarchar(128), DatabaseVersion int, "
                    + "DatabaseCreationDate datetime, BackupSize numeric(20,0), FirstLSN numeric(25,0), LastLSN "
                    + "numeric(25,0), CheckpointLSN numeric(25,0), "
                    + "DatabaseBackupLSN numeric(25,0), BackupStartDate datetime, BackupFinishDate datetime, "
                    + "SortOrder smallint, CodePage smallint, "
                    + "UnicodeLocaleId int, UnicodeComparisonStyle int, CompatibilityLevel tinyint, SoftwareVendorId "
                    + "int, SoftwareVersionMajor int, "
                    + "SoftwareVersionMinor int, SoftwareVersionBuild int, MachineName nvarchar(128), Flags int, "
                    + "BindingID uniqueidentifier, "
                    + "RecoveryForkID uniqueidentifier, Collation nvarchar(128), FamilyGUID uniqueidentifier, "
                    + "HasBulkLoggedData bit, IsSnapshot bit, "
                    + "IsReadOnly bit, IsSingleUser bit, HasBackupChecksums bit, IsDamaged bit, BeginsLogChain bit, "
                    + "HasIncompleteMetaData bit, "
                    + "IsForceOffline bit, IsCopyOnly bit, FirstRecoveryForkID uniqueidentifier, ForkPointLSN "
                    + "numeric(25,0), RecoveryModel nvarchar(60), "
                    + "DifferentialBaseLSN numeric(25,0), DifferentialBaseGUID uniqueidentifier, "
                    + "BackupTypeDescription nvarchar(60), "
                    + "BackupSetGUID uniqueidentifier, CompressedBackupSize bigint, containment tinyint, "
                    + "KeyAlgorithm nvarchar(32), "
                    + "EncryptorThumbprint varbinary(20), EncryptorType nvarchar(32)";

    static final String FILES =
            "LogicalName nvarchar(128), PhysicalName nvarchar(260), Type char(1), FileGroupName nvarchar(128), Size "
                    + "numeric(20,0), MaxSize numeric(20,0), "
                    + "FileId bigint, CreateLSN numeric(25,0), DropLSN numeric(25,0), UniqueId uniqueidentifier, "
                    + "ReadOnlyLSN numeric(25,0), "
                    + "ReadWriteLSN numeric(25,0), BackupSizeInBytes bigint, SourceBlockSize int, FileGroupId int, "
                    + "LogGroupGUID uniqueidentifier, "
                    + "DifferentialBaseLSN numeric(25,0), DifferentialBaseGUID uniqueidentifier, IsReadOnly bit, "
                    + "IsPresent bit, TDEThumbprint varbinary(32)";

    static final String LABEL =
            "MediaName nvarchar(128), MediaSetId uniqueidentifier, FamilyCount int, FamilySequenceNumber int, "
                    + "MediaFamilyId uniqueidentifier, "
                    + "MediaSequenceNumber int, MediaLabelPresent tinyint, MediaDescription nvarchar(255), "
                    + "SoftwareName nvarchar(128), SoftwareVendorId int, "
                    + "MediaDate datetime, MirrorCount int, IsCompressed bit";

    private static final int SOFTWARE_VENDOR = 4608;

    private InspectionColumns() {}

    static void send(Reply reply, String definitions, List<Object[]> rows) {
        List<Column> columns = new ArrayList<>();
        for (String definition : definitions.split(",\\s*(?![0-9])")) {
            String[] parts = definition.split("\\s+", 2);
            columns.add(SqlTypes.column(parts[0], parts[1]));
        }
        reply.columns(columns);
        rows.forEach(row -> reply.row(Arrays.asList(row)));
        reply.endOfRows();
    }

    /** A row of HEADERONLY; a set that was never completed says so in its name and lacks what is known at the end. */
    static Object[] header(BackupFileReader file, BackupFileReader.Entry set) {
        SetHeader h = set.header();
        SetHeader.Origin o = h.origin();
        SetTrailer t = set.trailer();
        boolean whole = t != null;
        return new Object[] {
            whole ? h.name() : "*** INCOMPLETE ***",
            h.description(),
            h.log() ? 2 : 1,
            null,
            h.compressed(),
            set.position(),
            2,
            h.userName(),
            h.serverName(),
            o.database(),
            782,
            o.identity().created(),
            whole ? BigDecimal.valueOf(t.size()) : null,
            whole ? lsn(t.firstLsn()) : null,
            whole ? lsn(t.lastLsn()) : null,
            whole ? lsn(t.checkpointLsn()) : null,
            whole ? lsn(t.databaseBackupLsn()) : null,
            h.started(),
            whole ? t.finished() : null,
            52,
            0,
            1033,
            196609,
            o.compatibilityLevel(),
            SOFTWARE_VENDOR,
            h.version(0),
            h.version(1),
            h.version(2),
            h.machineName(),
            (h.checksums() ? 16 : 0) + (h.copyOnly() ? 1024 : 0),
            UUID.fromString(file.media("family")),
            o.identity().fork(),
            "SQL_Latin1_General_CP1_CI_AS",
            o.identity().family(),
            false,
            false,
            false,
            o.access() == Database.Access.SINGLE_USER,
            h.checksums(),
            false,
            whole && t.beginsChain(),
            false,
            false,
            h.copyOnly(),
            o.identity().firstFork(),
            null,
            o.recovery().name(),
            null,
            null,
            h.log() ? "Transaction Log" : "Database",
            h.guid(),
            whole ? t.storedSize() : null,
            0,
            null,
            null,
            null
        };
    }

    static Object[] file(DataFile f, BackupFileReader.Entry set) {
        return new Object[] {
            f.logicalName(),
            f.physicalName(),
            f.log() ? "L" : "D",
            f.log() ? null : "PRIMARY",
            BigDecimal.valueOf(f.bytes()),
            BigDecimal.valueOf(35184372080640L),
            (long) f.id(),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            null,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            f.log() || set.trailer() == null ? 0L : set.trailer().size(),
            512,
            f.log() ? 0 : 1,
            null,
            BigDecimal.ZERO,
            null,
            false,
            true,
            null
        };
    }

    static Object[] label(BackupFileReader file) {
        return new Object[] {
            null,
            UUID.fromString(file.media("mediaSet")),
            1,
            1,
            UUID.fromString(file.media("family")),
            1,
            0,
            null,
            "Microsoft SQL Server",
            SOFTWARE_VENDOR,
            LocalDateTime.parse(file.media("created")),
            1,
            file.compressed()
        };
    }

    private static BigDecimal lsn(long number) {
        return BigDecimal.valueOf(number);
    }
}
