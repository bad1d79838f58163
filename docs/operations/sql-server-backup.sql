-- SQL Server のバックアップ。SQL Server エージェントのジョブに、部分ごとに登録します（手順は backup.md）。
-- 保存先 D:\Backup は、暗号化したディスクの上の、管理者とSQL Serverだけが読めるフォルダーにします。個人情報が入るためです。
-- 添付ファイル（DataFolder の files）はデータベースの外にあります。完全バックアップの「後に」写します（backup.md）。

-- 【最初に一度だけ】ログのバックアップができるように、完全復旧モデルにします。
ALTER DATABASE [OneStop] SET RECOVERY FULL;
GO

-- 【毎日】完全バックアップ。CHECKSUM で読み出したページを確かめ、INIT で同じ名前のファイルを作り直します。名前には日時が入ります。
DECLARE @full nvarchar(400) = N'D:\Backup\onestop-' + FORMAT(SYSDATETIME(), N'yyyyMMdd-HHmmss') + N'.bak';
BACKUP DATABASE [OneStop] TO DISK = @full WITH CHECKSUM, COMPRESSION, INIT;
-- 書いたものを読み返します。失敗したらジョブが失敗し、通知が届くように設定しておきます。
RESTORE VERIFYONLY FROM DISK = @full WITH CHECKSUM;
GO

-- 【15分ごと】ログのバックアップ。失うのは、長くても最後の15分です。
DECLARE @log nvarchar(400) = N'D:\Backup\onestop-' + FORMAT(SYSDATETIME(), N'yyyyMMdd-HHmmss') + N'.trn';
BACKUP LOG [OneStop] TO DISK = @log WITH CHECKSUM, COMPRESSION, INIT;
RESTORE VERIFYONLY FROM DISK = @log WITH CHECKSUM;
GO

-- 【毎週】データベースそのものが壊れていないかを確かめます。壊れたものを写し続けないためです。
-- エージェントのジョブはオフで始まり、オフのままだとフィルター付きの索引を調べられません。
SET QUOTED_IDENTIFIER ON;
DBCC CHECKDB ([OneStop]) WITH NO_INFOMSGS;
GO
