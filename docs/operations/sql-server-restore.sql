-- SQL Server の復元。ポータルをすべて止めてから、上から順に、ファイル名を直して実行します（手順は backup.md）。
-- 別の名前で復元し、送信待ちを「不明」にし、時刻の来ていた送信予約とお知らせを止め終えてから、名前を入れ替えます。
-- 開く前に送信待ちを止めるので二重に送らず、それまでのデータベースも消えません。
-- sqlcmd では -I と -b を必ず付けます: sqlcmd -S サーバー名 -E -I -b -i sql-server-restore.sql
-- どこかで失敗したら、そこで止めます。続けて実行しても、送信待ちを止め終えていなければ名前は入れ替わりません。

-- フィルター付きの索引がある表は、これがオンでないと変えられません。sqlcmd は -I がないとオフで始めます。
SET QUOTED_IDENTIFIER ON;
SET ANSI_NULLS ON;
SET XACT_ABORT ON;
EXEC sys.sp_set_session_context @key = N'OneStop.Settled', @value = NULL; -- 同じ接続での前の復元は、数えません
GO

-- 1. 読めるバックアップかどうかを確かめます。
RESTORE VERIFYONLY FROM DISK = N'D:\Backup\onestop-20261005-030000.bak' WITH CHECKSUM;
GO

-- 2. 別の名前で復元します。ログのバックアップがあれば、古い順にすべて戻します。
RESTORE DATABASE [OneStop_Restored] FROM DISK = N'D:\Backup\onestop-20261005-030000.bak'
    WITH CHECKSUM, NORECOVERY,
    MOVE N'OneStop' TO N'D:\Data\OneStop_Restored.mdf',
    MOVE N'OneStop_log' TO N'D:\Data\OneStop_Restored_log.ldf';
RESTORE LOG [OneStop_Restored] FROM DISK = N'D:\Backup\onestop-20261005-031500.trn' WITH CHECKSUM, NORECOVERY;
RESTORE DATABASE [OneStop_Restored] WITH RECOVERY;
GO

DBCC CHECKDB ([OneStop_Restored]) WITH NO_INFOMSGS;
GO

-- 3. ここからやり直すときのために、前に止め終えたことを忘れます。
EXEC sys.sp_set_session_context @key = N'OneStop.Settled', @value = NULL;
GO

USE [OneStop_Restored];
GO

-- バックアップの後に送られたかもしれないものを、自動で送らないようにします。すべて成功するか、何も変わらないかのどちらかです。
-- 復元に失敗していると、ここはまだ別のデータベースです。そのときは何も変えずに止まります。
IF DB_NAME() <> N'OneStop_Restored' THROW 50001, N'OneStop_Restored を開けていません。2 の復元から、やり直してください。', 1;
BEGIN TRANSACTION;

-- 送信待ちの会話を受信箱の「要返信」に出します。再送するかどうかは人が決めます。
UPDATE c
SET c.[TroubleAt] = SYSUTCDATETIME(), c.[Version] = c.[Version] + 1
FROM [Conversations] AS c
WHERE EXISTS (SELECT 1 FROM [OutgoingMessages] AS o WHERE o.[ConversationId] = c.[Id] AND o.[State] = N'Waiting');

UPDATE o
SET o.[State] = N'Unknown', o.[SettledAt] = SYSUTCDATETIME(), o.[ClaimedUntil] = NULL,
    o.[Reason] = N'バックアップから復元しました。バックアップの後に送られたかもしれず、届いたかどうか分かりません。'
FROM [OutgoingMessages] AS o
WHERE o.[State] = N'Waiting';

-- まだ読んでいなかった受信には、バックアップの後に自動応答を送ったかもしれません。
-- 自動では読まずに取り分け（/health/ready の events に件数が出ます）、その方の会話を「要返信」に出します。
-- あとで処理し直すと、自動応答がもう一度送られることがあります。
UPDATE c
SET c.[AskedAt] = COALESCE(c.[AskedAt], e.[FirstAt]), c.[AnswerDue] = COALESCE(c.[AnswerDue], DATEADD(hour, 24, e.[FirstAt])),
    c.[Version] = c.[Version] + 1
FROM [Conversations] AS c
JOIN [Friends] AS f ON f.[Id] = c.[FriendId]
JOIN (SELECT [Sender], MIN([OccurredAt]) AS [FirstAt] FROM [IncomingEvents] WHERE [ProcessedAt] IS NULL AND [PutAsideAt] IS NULL GROUP BY [Sender]) AS e
    ON e.[Sender] = f.[LineUserId];

UPDATE i
SET i.[PutAsideAt] = SYSUTCDATETIME(), i.[Failure] = N'Restored'
FROM [IncomingEvents] AS i
WHERE i.[ProcessedAt] IS NULL AND i.[PutAsideAt] IS NULL;

-- 時刻の来ていた送信予約も、送られたかもしれません。止めて、言葉を残し、その方の会話を「要返信」に出します。
UPDATE c
SET c.[AskedAt] = COALESCE(c.[AskedAt], SYSUTCDATETIME()), c.[AnswerDue] = COALESCE(c.[AnswerDue], DATEADD(hour, 24, SYSUTCDATETIME())),
    c.[Version] = c.[Version] + 1
FROM [Conversations] AS c
WHERE EXISTS (SELECT 1 FROM [LaterAnswers] AS l WHERE l.[ConversationId] = c.[Id] AND l.[SentAt] IS NULL AND l.[CancelledAt] IS NULL AND l.[SendAt] <= SYSUTCDATETIME());

UPDATE l
SET l.[CancelledAt] = SYSUTCDATETIME(), l.[LostAt] = SYSUTCDATETIME()
FROM [LaterAnswers] AS l
WHERE l.[SentAt] IS NULL AND l.[CancelledAt] IS NULL AND l.[SendAt] <= SYSUTCDATETIME();

-- 時刻の来ていた予約のお知らせ（前日の18時、1時間前）と、空きのお知らせは、送ったものとします。二度知らせないためです。
UPDATE b
SET b.[DayReminderAt] = SYSUTCDATETIME(), b.[Version] = b.[Version] + 1
FROM [Bookings] AS b
WHERE b.[State] = N'Confirmed' AND b.[DayReminderAt] IS NULL AND b.[Slot_Start] > SYSUTCDATETIME()
    AND DATEADD(hour, -15, CAST(b.[Day_ServiceDay] AS datetime2)) <= SYSUTCDATETIME(); -- 前日の18時は、世界標準時の9時です

UPDATE b
SET b.[HourReminderAt] = SYSUTCDATETIME(), b.[Version] = b.[Version] + 1
FROM [Bookings] AS b
WHERE b.[State] = N'Confirmed' AND b.[HourReminderAt] IS NULL AND b.[Slot_Start] > SYSUTCDATETIME()
    AND DATEADD(hour, -1, b.[Slot_Start]) <= SYSUTCDATETIME();

UPDATE w
SET w.[ToldAt] = SYSUTCDATETIME()
FROM [WaitingList] AS w
WHERE w.[EndedAt] IS NULL AND w.[ToldAt] IS NULL;

-- ログイン用の鍵は、復元のたびに新しくします。全員がログインし直します。
DELETE FROM [DataProtectionKeys];

COMMIT TRANSACTION;
EXEC sys.sp_set_session_context @key = N'OneStop.Settled', @value = 1; -- 止め終えたことを、この接続のあいだ覚えておきます
GO

-- 4. 取り分けた受信を見ます。会話のない方（友だち追加の直後など）がいれば、業務責任者に知らせます。
SELECT i.[Sequence], i.[OccurredAt], f.[Number] AS [相談者番号]
FROM [IncomingEvents] AS i
LEFT JOIN [Friends] AS f ON f.[LineUserId] = i.[Sender]
WHERE i.[Failure] = N'Restored'
ORDER BY i.[Sequence];
GO

-- 5. 名前を入れ替えます。それまでのデータベースは OneStop_BeforeRestore として残ります。
--    3 が終わった同じ接続でだけ進みます。別の接続でやり直すときは、3 からです（3 は何度行っても同じです）。
USE [master];
GO
IF SESSION_CONTEXT(N'OneStop.Settled') IS NULL THROW 50002, N'送信待ちをまだ止めていません。名前は入れ替えません。3 から、やり直してください。', 1;
IF DB_ID(N'OneStop_BeforeRestore') IS NOT NULL THROW 50003, N'前の復元のときの OneStop_BeforeRestore が残っています。名前を変えるか消してから、5 をやり直してください。', 1;
ALTER DATABASE [OneStop] SET SINGLE_USER WITH ROLLBACK IMMEDIATE;
BEGIN TRY
    ALTER DATABASE [OneStop] MODIFY NAME = [OneStop_BeforeRestore];
    ALTER DATABASE [OneStop_Restored] MODIFY NAME = [OneStop];
END TRY
BEGIN CATCH
    -- 入れ替えられなければ、それまでのデータベースを元の名前で、だれでも開けるように戻します。
    IF DB_ID(N'OneStop') IS NULL ALTER DATABASE [OneStop_BeforeRestore] MODIFY NAME = [OneStop];
    ALTER DATABASE [OneStop] SET MULTI_USER;
    THROW;
END CATCH;
ALTER DATABASE [OneStop_BeforeRestore] SET MULTI_USER;
EXEC sys.sp_set_session_context @key = N'OneStop.Settled', @value = NULL;
GO
